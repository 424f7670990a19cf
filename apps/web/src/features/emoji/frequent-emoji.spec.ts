import { expect, it, vi } from 'vitest';

vi.mock('../../sync/index.ts', () => ({ api: {} }));
const { onePerKind } = await import('./frequent-emoji.ts');

it('an emoji in several skin tones is often used once, where it comes first', () => {
  expect(onePerKind(['👍🏽', '🎉', '👍', '❤️', '🎉'])).toEqual(['👍🏽', '🎉', '❤️']);
});
