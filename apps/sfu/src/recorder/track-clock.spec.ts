import { expect, it } from 'vitest';
import { TrackClock } from './track-clock.ts';

const RATE = 48_000;
const ticks = (ms: number): number => (ms * RATE) / 1000;

it('takes the distances from the sender and the place from the arrival, without its jitter', () => {
  const clock = new TrackClock(RATE);
  const jitter = [0, 7, 3, 12, 1, 18];
  expect(jitter.map((late, index) => clock.place(5_000 + ticks(20 * index), 1_000 + 20 * index + late))).toEqual([1_000, 1_020, 1_040, 1_060, 1_080, 1_100]);
});

it('goes on where it should when timestamps begin anew after 32 bits', () => {
  const clock = new TrackClock(RATE);
  clock.place(0xff_ff_ff_ff - ticks(10) + 1, 0);
  expect(clock.place(ticks(10), 20)).toBe(20);
});

it('sets right a first packet that came late', () => {
  const clock = new TrackClock(RATE);
  clock.place(0, 100);
  expect(clock.place(ticks(20), 50)).toBe(100);
  expect(clock.place(ticks(100), 130)).toBe(130);
});

it('is where the arrival says after a pause that the sender did not count', () => {
  const clock = new TrackClock(RATE);
  clock.place(0, 0);
  expect(clock.place(ticks(20), 3_020)).toBe(3_020);
  expect(clock.place(ticks(40), 3_040)).toBe(3_040);
});

it('counts a pause that the sender counts, too, once', () => {
  const clock = new TrackClock(RATE);
  clock.place(0, 0);
  expect(clock.place(ticks(3_020), 3_025)).toBe(3_020);
});

it('keeps its place while a burst comes late', () => {
  const clock = new TrackClock(RATE);
  for (let index = 0; index < 50; index++) clock.place(ticks(20 * index), 20 * index);
  const burst = Array.from({ length: 15 }, (_, index) => clock.place(ticks(1_000 + 20 * index), 1_300));
  expect(burst.at(-1)).toBe(1_280);
  expect(clock.place(ticks(1_300), 1_302)).toBe(1_300);
});

it('follows a clock that drifts', () => {
  const clock = new TrackClock(RATE);
  let placed = 0;
  // A sender that is half a percent slow.
  for (let at = 0; at <= 60_000; at += 20) placed = clock.place(Math.round(ticks(at * 0.995)), at);
  expect(Math.abs(placed - 60_000)).toBeLessThan(100);
});
