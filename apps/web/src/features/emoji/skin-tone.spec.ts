import { expect, it } from 'vitest';
import { inSkinTone } from './skin-tone.ts';

it.each([
  ['👍', 3, '👍🏽'],
  ['👍🏿', 1, '👍🏻'],
  ['👍🏿', 0, '👍'],
  ['✌️', 5, '✌🏿'],
  ['✌🏿', 0, '✌️'],
  ['👩‍🚀', 2, '👩🏼‍🚀'],
  ['🎉', 3, '🎉'],
  ['👨‍👩‍👧', 3, '👨‍👩‍👧'],
  ['custom:0190a1b2-0000-7000-8000-000000000001', 3, 'custom:0190a1b2-0000-7000-8000-000000000001'],
])('%s in tone %d is %s', (emoji, tone, toned) => {
  expect(inSkinTone(emoji, tone)).toBe(toned);
});
