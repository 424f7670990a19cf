import type { User } from '@parvis/contracts';
import { API_PREFIX } from '@parvis/contracts/protocol';

/** Null without a picture. The version makes the address immutable: it may be cached for ever. */
export const avatarUrl = ({ id, avatarVersion }: Pick<User, 'id' | 'avatarVersion'>): string | null =>
  avatarVersion === null ? null : `${API_PREFIX}/users/${id}/avatar?v=${encodeURIComponent(avatarVersion)}`;
