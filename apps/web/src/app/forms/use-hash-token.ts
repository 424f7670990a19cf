import { useLocation } from '@tanstack/react-router';
import { tokenFromHash } from './token-from-hash.ts';

/** The secret of a one-time link. Follows the address: a link may be pasted over the page it belongs to. */
export const useHashToken = (): string => useLocation({ select: ({ hash }) => tokenFromHash(hash) });
