import { expect, it } from 'vitest';
import { mayWriteTo } from './may-write-to.ts';

const member = { role: 'member', email: 'ann@example.org' } as const;
const guest = { role: 'guest', email: 'gil@example.org' } as const;
const byLink = { role: 'guest', email: '0198a7c2-7d4b-7e33-9a51-5d0c1f4c7e10@guest.invalid' } as const;

it('offers writing to everybody but between people and whom a meeting link brought', () => {
  expect(mayWriteTo(member, guest)).toBe(true);
  expect(mayWriteTo(guest, member)).toBe(true);
  expect(mayWriteTo(member, byLink)).toBe(false);
  expect(mayWriteTo(byLink, member)).toBe(false);
});
