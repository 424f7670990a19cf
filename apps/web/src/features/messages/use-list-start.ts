import { useState } from 'react';
import type { Row } from './message-list.tsx';
import type { ListStart } from './use-opening-row.ts';

interface ListOpening {
  start: ListStart;
  /** Row of the message that the address names. */
  highlighted: string | null;
}

const opening = (rows: readonly Row[], around: string | undefined): ListOpening => {
  const named = around === undefined ? -1 : rows.findIndex(({ message }) => message.id === around);
  if (named !== -1) return { start: { at: 'row', index: named, align: 'center' }, highlighted: around ?? null };
  const unread = rows.findIndex(({ firstUnread }) => firstUnread);
  return { start: unread === -1 ? { at: 'end' } : { at: 'row', index: unread, align: 'start' }, highlighted: null };
};

/** Where a list that has just got its rows opens: at the message of the address, the unread line, or its end. */
export function useListStart(rows: readonly Row[], around: string | undefined, forceEnd: boolean): ListOpening {
  const [first] = useState(() => (forceEnd ? { start: { at: 'end' } as const, highlighted: null } : opening(rows, around)));
  return first;
}
