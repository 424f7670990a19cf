import { streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
  expect(waiting).toBe(-1);
});
