import { expect, it } from 'vitest';
import { noEphemera, withReceipt, withReceipts } from './ephemera.ts';

it('takes a sign of reading on, never back', () => {
  const read = withReceipt(noEphemera, { channelId: 'c', userId: 'bob', readSeq: 5 });
  expect(read.receipts['c']).toEqual({ bob: 5 });
  expect(withReceipt(read, { channelId: 'c', userId: 'bob', readSeq: 3 })).toBe(read);
});

it('lets go who tells no more, and keeps what came while the answer was on its way', () => {
  const before = [{ channelId: 'c', userId: 'bob', readSeq: 7 }, { channelId: 'c', userId: 'ann', readSeq: 4 }].reduce(withReceipt, noEphemera);
  expect(withReceipts(before, 'c', [{ userId: 'bob', readSeq: 5 }]).receipts['c']).toEqual({ bob: 7 });
});
