import { expect, it } from 'vitest';
import { OPERATIONS } from './operations.ts';
import { ROUTES } from './routes/index.ts';

it('names the method and path of every route, and no other', () => {
  const expected = Object.fromEntries(Object.entries(ROUTES).map(([id, route]) => [id, `${route.method} ${route.path}`]));
  expect(OPERATIONS).toEqual(expected);
});
