// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Attention } from './attention.ts';

let attention: Attention;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
  attention = new Attention();
});

afterEach(() => {
  attention.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('takes nobody for a reader a minute after the last touch, focused or not', () => {
  expect(attention.isReading).toBe(true);
  vi.advanceTimersByTime(61_000);
  expect(attention.isReading).toBe(false);
  const told = vi.fn();
  attention.listeners.subscribe(told);
  window.dispatchEvent(new Event('pointermove'));
  expect(told).toHaveBeenCalled();
  expect(attention.isReading).toBe(true);
});

it('reads nothing in a window without focus', () => {
  vi.mocked(document.hasFocus).mockReturnValue(false);
  expect(attention.isReading).toBe(false);
});

it('is away after five minutes, and tells it', () => {
  const told = vi.fn();
  attention.listeners.subscribe(told);
  vi.advanceTimersByTime(302_000);
  expect(attention.isAway).toBe(true);
  expect(told).toHaveBeenCalled();
});
