import { expect, it } from 'vitest';
import { callingGroup } from './calling-group.ts';

const [ME, DESIGN, PRESS] = ['1', '2', '3'].map((digit) => `0190a1b2-0000-7000-8000-00000000000${digit}`) as [string, string, string];
const design = `[@design](mention:group/${DESIGN})`;
const calls = (...userIds: string[]) => ({ userIds, everyone: false });

it('is the one group of a message that calls me without naming me', () => {
  expect(callingGroup(`${design}, lunch? ${design}`, calls(ME), ME)).toBe(DESIGN);
  expect(callingGroup(`${design}, lunch?`, calls('other'), ME)).toBeNull();
  expect(callingGroup(`${design}, lunch?`, undefined, ME)).toBeNull();
});

it('can’t be told when I am named, or when there are several', () => {
  expect(callingGroup(`${design} and [@Me](mention:user/${ME})`, calls(ME), ME)).toBeNull();
  expect(callingGroup(`${design} and [@press](mention:group/${PRESS})`, calls(ME), ME)).toBeNull();
});
