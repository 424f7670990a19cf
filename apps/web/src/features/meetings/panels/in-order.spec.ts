import type { Participant } from '@parvis/contracts';
import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

const person = (id: string, handRaisedAt: string | null = null): Participant => ({
  id, userId: id, name: id, guest: false, avatarVersion: null, role: 'attendee', state: 'joined', handRaisedAt, joinedAt: '2026-11-28T10:00:00.000Z',
});

test('hears hands in the order they went up, shows me next, then the others by name', () => {
  const people = [person('zoe'), person('me'), person('ann'), person('late', '2026-11-28T10:09:00.000Z'), person('early', '2026-11-28T10:02:00.000Z')];
  expect(inOrder(people, 'me').map(({ id }) => id)).toEqual(['early', 'late', 'me', 'ann', 'zoe']);
});
