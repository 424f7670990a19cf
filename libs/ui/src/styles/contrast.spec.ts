import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(path.join(import.meta.dirname, 'tokens.css'), 'utf8');
const avatars = readFileSync(path.join(import.meta.dirname, '../avatar.module.css'), 'utf8');

const tokens = (scheme: 'light' | 'dark'): Map<string, string> => {
  const block = css.split(`[data-mantine-color-scheme='${scheme}']`)[1]?.split('}')[0] ?? '';
  return new Map([...block.matchAll(/--pv-([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
};

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const TEXT: readonly [string, readonly string[]][] = [
  ['text', ['main', 'list', 'raised', 'sunken', 'selected', 'code']],
  ['text-dim', ['main', 'list', 'raised', 'sunken', 'selected']],
  ['link', ['main', 'list', 'raised', 'sunken', 'selected']],
  ['selected-text', ['selected']],
  ['accent', ['main', 'list']],
  ['accent-contrast', ['accent']],
  ['accent-soft-text', ['accent-soft']],
  ['danger', ['main', 'list', 'raised']],
  ['danger-soft-text', ['danger-soft']],
  ['success-soft-text', ['success-soft']],
  ['rail-text', ['rail']],
  ['rail-text-strong', ['rail', 'rail-selected']],
];
const SHAPES: readonly [string, readonly string[]][] = [
  ['border-strong', ['main', 'raised', 'list']],
  ['focus', ['main', 'list', 'raised', 'sunken']],
  ['presence-offline', ['main', 'list']],
  ['presence-dnd', ['main', 'list']],
];

test.each(['light', 'dark'] as const)('text and shapes stand out in the %s scheme', (scheme) => {
  const values = tokens(scheme);
  const weak = (pairs: typeof TEXT, least: number) => pairs.flatMap(([front, backs]) => backs
    .map((back) => ({ front, back, ratio: contrast(values.get(front) ?? '#000000', values.get(back) ?? '#000000') }))
    .filter(({ ratio }) => ratio < least));
  expect(weak(TEXT, 4.5)).toEqual([]);
  expect(weak(SHAPES, 3)).toEqual([]);
});

test('white initials can be read on every avatar colour', () => {
  const colours = [...avatars.matchAll(/--colour: (#[0-9a-f]{6})/g)].map((match) => match[1] ?? '');
  expect(colours).toHaveLength(10);
  expect(colours.filter((colour) => contrast('#ffffff', colour) < 4.5)).toEqual([]);
});
