import { expect, test } from 'vitest';
import { capacityOf, fitGrid, GAP } from './fit-grid.ts';

const DESKTOP = { width: 1400, height: 760 };
const PHONE = { width: 374, height: 640 };

test('gives one person all the space', () => {
  const { columns, height } = fitGrid(1, DESKTOP);
  expect([columns, height]).toEqual([1, 760]);
});

test('puts people beside each other on a wide screen, below each other on a tall one', () => {
  expect(fitGrid(2, DESKTOP).columns).toBe(2);
  expect(fitGrid(2, PHONE).columns).toBe(1);
  expect(fitGrid(6, PHONE).columns).toBe(2);
});

test('cuts the sides of three pictures off no more than a row of them is worth', () => {
  expect(fitGrid(3, { width: 1400, height: 690 }).columns).toBe(2);
});

test('never needs more room than there is', () => {
  for (let count = 1; count <= 25; count += 1) {
    for (const space of [DESKTOP, PHONE]) {
      const { columns, rows, width, height } = fitGrid(count, space);
      expect(columns * rows).toBeGreaterThanOrEqual(count);
      expect(columns * width + (columns - 1) * GAP).toBeLessThanOrEqual(space.width);
      expect(rows * height + (rows - 1) * GAP).toBeLessThanOrEqual(space.height);
    }
  }
});

test('has a page of at most 25, fewer on a phone', () => {
  expect(capacityOf(DESKTOP)).toBe(25);
  expect(capacityOf(PHONE)).toBe(12);
  expect(capacityOf({ width: 0, height: 0 })).toBe(1);
});
