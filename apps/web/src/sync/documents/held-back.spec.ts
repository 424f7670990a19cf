import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HeldBack } from './held-back.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what others wrote waits for the word that is composed, and comes in order', () => {
  const held = new HeldBack();
  const came: string[] = [];
  held.run(() => came.push('before'));
  held.hold();
  held.run(() => came.push('first'));
  held.hold();
  held.run(() => came.push('second'));
  vi.advanceTimersByTime(9_000);
  expect(came).toEqual(['before']);
  held.release();
  vi.advanceTimersByTime(50);
  expect(came).toEqual(['before', 'first', 'second']);
  held.run(() => came.push('after'));
  expect(came.at(-1)).toBe('after');
});

test('a word after another keeps it waiting; a word that is left unfinished does not for ever', () => {
  const held = new HeldBack();
  const came: string[] = [];
  held.hold();
  held.run(() => came.push('a'));
  held.release();
  held.hold();
  vi.advanceTimersByTime(9_999);
  expect(came).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(came).toEqual(['a']);
});

test('what is closed lets nothing in any more', () => {
  const held = new HeldBack();
  const action = vi.fn();
  held.hold();
  held.run(action);
  held.stop();
  vi.advanceTimersByTime(20_000);
  expect(action).not.toHaveBeenCalled();
});
