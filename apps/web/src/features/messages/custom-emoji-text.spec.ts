import { describe, expect, it } from 'vitest';
import { splitCustomEmoji } from './custom-emoji-text.ts';

const urlOf = (name: string) => (name === 'parrot' ? '/parrot' : null);
const parrot = { name: 'parrot', url: '/parrot' };

describe('splitCustomEmoji', () => {
  it.each([
    ['no emoji', ['no emoji']],
    [':parrot:', [parrot]],
    ['a :parrot: b:parrot::parrot:', ['a ', parrot, ' b', parrot, parrot]],
    [':unknown: at 10:30:parrot:', [':unknown: at 10:30', parrot]],
    [':par rot: ::', [':par rot: ::']],
  ])('cuts %j', (text, pieces) => {
    expect(splitCustomEmoji(text, urlOf)).toEqual(pieces);
  });

  it('looks for nothing when nobody knows any', () => {
    expect(splitCustomEmoji(':parrot:', undefined)).toEqual([':parrot:']);
  });
});
