import { streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type AccountServer, startAccountServer } from '../../testing/account-server.ts';
import type { StreamTransaction } from './stream-transaction.ts';
import { Streams } from './streams.ts';

let server: AccountServer;
beforeAll(async () => {
  server = await startAccountServer();
});
afterAll(() => server.stop());

it('tries again what PostgreSQL ended because two waited for each other', async () => {
  const streams = server.app.get(Streams, { strict: false });
  const [first, second] = [streamId('user', randomUUID()), streamId('user', randomUUID())];
  let waiting = 2;
  let both: () => void = () => undefined;
  const bothHold = new Promise<void>((resolve) => {
    both = resolve;
  });
  const inTurn = (...order: [typeof first, typeof first]) => async (tx: StreamTransaction) => {
    await tx.lock(order[0]);
    waiting -= 1;
    if (waiting === 0) both();
    await bothHold;
    await tx.lock(order[1]);
    return tx.append(order[1], 'draft.removed', { channelId: randomUUID(), threadId: null });
  };
  const seqs = await Promise.all([streams.transaction(inTurn(first, second)), streams.transaction(inTurn(second, first))]);
  expect(seqs).toEqual([1, 1]);
  // Once or more: who is ended may come back before the other has gone on.
  expect(waiting).toBeLessThan(0);
});

it('appends many events in one statement, each at its place in its stream', async () => {
  const streams = server.app.get(Streams, { strict: false });
  const [first, second] = [streamId('user', randomUUID()), streamId('user', randomUUID())];
  const removed = (threadId: string | null) => ({ channelId: randomUUID(), threadId });
  const told = [
    { stream: second, payload: removed(null) }, { stream: first, payload: removed(randomUUID()) }, { stream: second, payload: removed(randomUUID()) },
  ];
  const after = { stream: second, payload: removed(null) };
  const events = await streams.transaction(async (tx) => {
    await tx.lock(first, second);
    await tx.append(second, 'draft.removed', removed(null));
    const statements = vi.spyOn(tx, 'query');
    await tx.appendAll('draft.removed', told);
    expect(statements).toHaveBeenCalledTimes(1);
    await tx.append(after.stream, 'draft.removed', after.payload);
    return tx.events;
  });
  expect(events.map(({ stream, seq }) => [stream, seq])).toEqual([[second, 1], [second, 2], [first, 1], [second, 3], [second, 4]]);
  const stored = await server.database.query('SELECT stream, seq, type, payload FROM stream_event WHERE stream = ANY($1) ORDER BY seq', [[first, second]]);
  for (const { at: _at, ...event } of events) expect(stored).toContainEqual(event);
  expect(stored).toHaveLength(5);
  const heads = await server.database.query('SELECT id, head FROM stream WHERE id = ANY($1)', [[first, second]]);
  expect(heads).toEqual(expect.arrayContaining([{ id: first, head: 1 }, { id: second, head: 4 }]));
});
