import { expect, it } from 'vitest';
import { planPicture, SMALL_PLACES, type VideoTrack } from './plan-picture.ts';

const camera = (peerId: string, ...shown: [number, number][]): VideoTrack => ({ peerId, source: 'camera', shown: shown.map(([from, to]) => ({ from, to })) });
const screen = (peerId: string, ...shown: [number, number][]): VideoTrack => ({ ...camera(peerId, ...shown), source: 'screen' });
const large = (placements: ReturnType<typeof planPicture>) => placements.map((each) => each.large.map(({ from, to }) => [from, to]));
const small = (placements: ReturnType<typeof planPicture>) => placements.map((each) => each.small.map(({ from, to, place }) => [from, to, place]));

it('shows who speaks large and the others small', () => {
  const plan = planPicture([camera('ann', [0, 10_000]), camera('bob', [0, 10_000])], [{ atMs: 0, peerId: 'ann' }, { atMs: 6_000, peerId: 'bob' }], 10_000);
  expect(large(plan)).toEqual([[[0, 6_000]], [[6_000, 10_000]]]);
  expect(small(plan)).toEqual([[[6_000, 10_000, 0]], [[0, 6_000, 0]]]);
});

it('shows a shared screen large while there is one, and the newest of several', () => {
  const plan = planPicture([camera('ann', [0, 9_000]), screen('ann', [2_000, 6_000]), screen('bob', [4_000, 5_000])], [], 9_000);
  expect(large(plan)).toEqual([[[0, 2_000], [6_000, 9_000]], [[2_000, 4_000], [5_000, 6_000]], [[4_000, 5_000]]]);
  expect(small(plan)).toEqual([[[2_000, 6_000, 0]], [], []]);
});

it('stays with a picture when nobody, or somebody without a camera, speaks', () => {
  const plan = planPicture([camera('ann', [0, 9_000]), camera('bob', [0, 9_000])], [{ atMs: 1_000, peerId: 'bob' }, { atMs: 4_000, peerId: null }, { atMs: 6_000, peerId: 'eve' }], 9_000);
  expect(large(plan)).toEqual([[[0, 1_000]], [[1_000, 9_000]]]);
});

it('does not jump for a word in between', () => {
  const plan = planPicture([camera('ann', [0, 9_000]), camera('bob', [0, 9_000])], [{ atMs: 0, peerId: 'ann' }, { atMs: 3_000, peerId: 'bob' }, { atMs: 3_500, peerId: 'ann' }], 9_000);
  expect(large(plan)).toEqual([[[0, 9_000]], []]);
});

it('goes to somebody else when a camera is switched off, and closes the gap in the strip', () => {
  const plan = planPicture([camera('ann', [0, 4_000], [6_000, 9_000]), camera('bob', [0, 9_000]), camera('eve', [0, 9_000])], [{ atMs: 0, peerId: 'ann' }], 9_000);
  expect(large(plan)).toEqual([[[0, 4_000], [6_000, 9_000]], [[4_000, 6_000]], []]);
  expect(small(plan)).toEqual([[], [[0, 4_000, 0], [6_000, 9_000, 0]], [[0, 4_000, 1], [4_000, 6_000, 0], [6_000, 9_000, 1]]]);
});

it('has room in the strip for those who spoke last', () => {
  const many = Array.from({ length: SMALL_PLACES + 3 }, (_, index) => camera(`peer-${index}`, [0, 9_000]));
  const plan = planPicture(many, [{ atMs: 0, peerId: 'peer-7' }, { atMs: 3_000, peerId: 'peer-0' }], 9_000);
  expect(small(plan)[7]).toEqual([[3_000, 9_000, SMALL_PLACES - 1]]);
  expect(small(plan).filter((pieces) => pieces.some(([from, to]) => from! <= 5_000 && 5_000 < to!))).toHaveLength(SMALL_PLACES);
});

it('shows the card of who speaks without a camera, and in the strip cameras before cards of who did not speak', () => {
  const cards = Array.from({ length: SMALL_PLACES + 1 }, (_, index): VideoTrack => ({ ...camera(`card-${index}`, [0, 9_000]), source: 'card' }));
  const plan = planPicture([...cards, camera('ann', [0, 9_000]), camera('bob', [0, 9_000])], [{ atMs: 3_000, peerId: 'card-5' }], 9_000);
  expect(large(plan).at(-2)).toEqual([[0, 3_000]]);
  expect(large(plan)[5]).toEqual([[3_000, 9_000]]);
  expect(small(plan).slice(-2)).toEqual([[[3_000, 9_000, 3]], [[0, 9_000, SMALL_PLACES - 1]]]);
  expect(small(plan)[4]).toEqual([]);
});
