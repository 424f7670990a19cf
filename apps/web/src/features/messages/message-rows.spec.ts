import { describe, expect, it } from 'vitest';
import { changedAtStart, messageRows, type PlaceableMessage } from './message-rows.ts';

const me = 'me';
const message = (seq: number, at: string, over: Partial<PlaceableMessage> = {}): PlaceableMessage => ({
  id: `m${seq}`, authorId: 'alice', seq, clientId: null, createdAt: at, deletedAt: null, ...over,
});

describe('messageRows', () => {
  it('groups what one author wrote within five minutes', () => {
    const rows = messageRows(
      [message(1, '2026-03-02T10:00:00Z'), message(2, '2026-03-02T10:04:59Z'), message(3, '2026-03-02T10:12:00Z'), message(4, '2026-03-02T10:12:10Z', { authorId: 'bob' })],
      me,
    );
    expect(rows.map((row) => row.compact)).toEqual([false, true, false, false]);
  });

  it('starts a day with its first message', () => {
    const rows = messageRows([message(1, '2026-03-02T12:00:00Z'), message(2, '2026-03-04T12:00:00Z'), message(3, '2026-03-04T12:01:00Z')], me);
    expect(rows.map((row) => row.day !== undefined)).toEqual([true, true, false]);
    expect(rows[1]?.compact).toBe(false);
  });

  it('draws the unread line once, above the first message of somebody else', () => {
    const rows = messageRows(
      [1, 2, 3, 4].map((seq) => message(seq, '2026-03-02T10:00:00Z', seq === 2 ? { authorId: me } : {})),
      me,
      1,
    );
    expect(rows.map((row) => row.firstUnread)).toEqual([false, false, true, false]);
    expect(rows[2]?.compact).toBe(false);
  });

  it('keeps a block together when one of it is deleted, so that nothing jumps', () => {
    const rows = messageRows([message(1, '2026-03-02T10:00:00Z', { deletedAt: '2026-03-02T11:00:00Z' }), message(2, '2026-03-02T10:01:00Z')], me);
    expect(rows[1]?.compact).toBe(true);
  });

  it('keeps the key of the local echo when the server answers', () => {
    const [echo] = messageRows([message(9, '2026-03-02T10:00:00Z', { id: 'local', clientId: 'c' })], me);
    const [stored] = messageRows([message(9, '2026-03-02T10:00:00Z', { id: 'stored', clientId: 'c' })], me);
    expect(echo?.key).toBe(stored?.key);
  });
});

describe('changedAtStart', () => {
  it('knows older messages and a trimmed start from arrivals', () => {
    expect(changedAtStart(['e', 'f'], ['c', 'd', 'e', 'f'])).toBe(true);
    expect(changedAtStart(['c', 'd', 'e'], ['e', 'f'])).toBe(true);
    expect(changedAtStart(['e', 'f'], ['e', 'f', 'g'])).toBe(false);
    expect(changedAtStart(['e', 'f'], ['x', 'y'])).toBe(false);
    expect(changedAtStart([], ['a'])).toBe(false);
  });
});
