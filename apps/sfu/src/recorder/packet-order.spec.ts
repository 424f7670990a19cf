import { expect, it } from 'vitest';
import { PacketOrder } from './packet-order.ts';
import type { RtpPacket } from './rtp-packet.ts';

function ordered() {
  const out: string[] = [];
  const order = new PacketOrder((packet, lost) => out.push(`${lost ? '!' : ''}${packet.sequence}`));
  return { out, order, push: (sequence: number, atMs = 0) => order.push({ sequence, atMs } as RtpPacket) };
}

it('hands on what comes in order at once', () => {
  const { out, push } = ordered();
  for (const sequence of [65_534, 65_535, 0, 1]) push(sequence);
  expect(out).toEqual(['65534', '65535', '0', '1']);
});

it('waits for one that comes late, and drops it when it comes twice', () => {
  const { out, order, push } = ordered();
  for (const sequence of [1, 3, 4, 2, 2, 5, 1]) push(sequence);
  order.flush();
  expect(out).toEqual(['1', '2', '3', '4', '5']);
});

it('gives up on one that does not come, and says so', () => {
  const { out, push } = ordered();
  push(1, 0);
  push(3, 10);
  push(4, 310);
  expect(out).toEqual(['1']);
  push(5, 311);
  expect(out).toEqual(['1', '!3', '4', '5']);
});

it('hands on what it holds when it ends', () => {
  const { out, order, push } = ordered();
  for (const sequence of [1, 3, 6]) push(sequence);
  order.flush();
  expect(out).toEqual(['1', '!3', '!6']);
});
