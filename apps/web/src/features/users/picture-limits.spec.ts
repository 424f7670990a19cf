import { ROUTES } from '@parvis/contracts';
import { expect, test } from 'vitest';
import { ROUTE_UPLOADS } from './picture-limits.ts';

test('offers exactly the pictures that the server takes', () => {
  expect(ROUTES.setAvatar.upload).toEqual(ROUTE_UPLOADS.avatar);
});
