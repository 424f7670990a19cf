import { expect, it } from 'vitest';
import { planCards } from './plan-cards.ts';

const track = (peerId: string, source: 'camera' | 'screen' | 'microphone', ...spans: [number, number][]) => ({ track: { peerId, source }, spans: spans.map(([from, to]) => ({ from, to })) });
const cards = (...tracks: ReturnType<typeof track>[]) => planCards(tracks).map(({ peerId, shown }) => [peerId, ...shown.map(({ from, to }) => [from, to])]);

it('stands for who is heard and has no camera', () => {
  expect(cards(track('ann', 'camera', [0, 9_000]), track('ann', 'microphone', [0, 9_000]), track('bob', 'microphone', [2_000, 8_000]))).toEqual([['bob', [2_000, 8_000]]]);
});

it('stands there while a camera is off, before, between and after', () => {
  expect(cards(track('ann', 'microphone', [0, 20_000]), track('ann', 'camera', [12_000, 15_000]), track('ann', 'camera', [4_000, 8_000]))).toEqual([['ann', [0, 4_000], [8_000, 12_000], [15_000, 20_000]]]);
});

it('does not flash up for a moment', () => {
  expect(cards(track('ann', 'microphone', [0, 9_000]), track('ann', 'camera', [700, 4_000], [4_900, 8_600]))).toEqual([]);
});

it('is nobody whose screen alone is shared', () => {
  expect(cards(track('ann', 'screen', [0, 9_000]))).toEqual([]);
});
