import { expect, it } from 'vitest';
import { isCallInVain } from './call-in-vain.ts';

it('is a call that was mine and is over', () => {
  const call = { kind: 'call', createdBy: 'me' } as const;
  expect(isCallInVain('ended', call, 'me')).toBe(true);
  expect(isCallInVain('left', call, 'me')).toBe(false);
  expect(isCallInVain('ended', call, 'somebody else')).toBe(false);
  expect(isCallInVain('ended', { kind: 'meeting', createdBy: 'me' }, 'me')).toBe(false);
  expect(isCallInVain('ended', undefined, 'me')).toBe(false);
});
