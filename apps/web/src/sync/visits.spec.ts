import { describe, expect, it } from 'vitest';
import { weightOf, withVisit, type Visits } from './visits.ts';

const day = 24 * 3_600_000;

describe('visits', () => {
  it('weigh more the more and the later they are', () => {
    let visits: Visits = {};
    for (const at of [0, 1, 2]) visits = withVisit(visits, 'daily', at * day);
    visits = withVisit(visits, 'once', 2 * day);
    expect(weightOf(visits, 'daily', 3 * day)).toBeGreaterThan(weightOf(visits, 'once', 3 * day));
    expect(weightOf(visits, 'never', 3 * day)).toBe(0);
    visits = withVisit(visits, 'once', 40 * day);
    expect(weightOf(visits, 'once', 40 * day)).toBeGreaterThan(weightOf(visits, 'daily', 40 * day));
  });

  it('forget the lightest place, not the latest', () => {
    let visits: Visits = {};
    for (let place = 0; place <= 200; place += 1) visits = withVisit(visits, `p${place}`, place * day);
    expect(Object.keys(visits)).toHaveLength(200);
    expect(weightOf(visits, 'p0', 200 * day)).toBe(0);
    expect(weightOf(visits, 'p200', 200 * day)).toBe(1);
  });
});
