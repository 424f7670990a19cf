import { expect, test } from 'vitest';
import { AVATAR_COLOURS, colourIndex, initials } from './initials.ts';

test.each([
  ['Alice Martin', 'AM'],
  ['Jean-Baptiste de La Salle', 'JS'],
  ['  zoé  ', 'Z'],
  ['上海 王', '上王'],
  ['🎉 Ana', 'A'],
  ['', '?'],
  ['…', '?'],
])('initials of %j are %j', (name, expected) => {
  expect(initials(name)).toBe(expected);
});

test('a colour depends on the id alone and uses the whole palette', () => {
  expect(colourIndex('0190a')).toBe(colourIndex('0190a'));
  const used = new Set(Array.from({ length: 500 }, (_, i) => colourIndex(`user-${i}`)));
  expect(used.size).toBe(AVATAR_COLOURS);
});
