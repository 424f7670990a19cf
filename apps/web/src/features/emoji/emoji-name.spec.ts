import { expect, it } from 'vitest';
import { emojiNameOf, isEmojiName } from './emoji-name.ts';

it.each([
  ['Fête d’équipe.PNG', 'fete_d_equipe'],
  ['party-parrot.gif', 'party-parrot'],
  ['  .png', ''],
  ['Ω.webp', ''],
  [`${'long name '.repeat(8)}.png`, 'long_name_long_name_long_name_lo'],
])('an emoji from the file %j is called %j', (file, name) => {
  expect(emojiNameOf(file)).toBe(name);
});

it.each(['', 'a', 'A_b', 'x'.repeat(33), 'a b', 'é_é'])('%j is no name', (name) => {
  expect(isEmojiName(name)).toBe(false);
});
