import { expect, test } from 'vitest';
import { corner } from './place.ts';

const viewport = { width: 400, height: 300 };

test('sits below its anchor, aligned to its end', () => {
  expect(corner({ left: 300, top: 20, width: 60, height: 30 }, { width: 150, height: 100 }, viewport, 'bottom', 'end', 4)).toEqual({ left: 210, top: 54 });
});

test('goes to the other side where there is no room', () => {
  expect(corner({ left: 100, top: 260, width: 60, height: 30 }, { width: 100, height: 100 }, viewport, 'bottom', 'start', 4)).toEqual({ left: 100, top: 156 });
  expect(corner({ left: 370, top: 100, width: 20, height: 20 }, { width: 80, height: 20 }, viewport, 'right', 'center', 6)).toEqual({ left: 284, top: 100 });
});

test('never leaves the window', () => {
  const { left, top } = corner({ left: 2, top: 2, width: 10, height: 10 }, { width: 200, height: 280 }, viewport, 'top', 'center', 6);
  expect(left).toBe(8);
  expect(top).toBeGreaterThanOrEqual(8);
});
