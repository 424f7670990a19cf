import { describe, expect, it } from 'vitest';
import { extractMentions } from './extract-mentions.ts';
import { toPlainText } from './to-plain-text.ts';

const alice = '0190a1b2-0000-7000-8000-000000000001';
const general = '0190a1b2-0000-7000-8000-000000000002';
const source = `Hi **[@Alice](mention:user/${alice})**, see [#general](mention:channel/${general})\nand @channel`;

describe('toPlainText', () => {
  it('drops the marks and keeps names, lines and code', () => {
    expect(toPlainText(source)).toBe('Hi @Alice, see #general\nand @channel');
    expect(toPlainText('# T\n\n1. a\n2. b\n   - [x] c\n\n```js\nx\n```')).toBe('T\n1. a\n2. b\n• ☑ c\nx');
    expect(toPlainText('| a | b |\n|---|---|\n| 1 | 2 |')).toBe('a  b\n1  2');
  });

  it('keeps what spoilers hide to itself, unless asked for it', () => {
    expect(toPlainText('He is ||the **butler**||!')).toBe('He is ▮▮▮!');
    expect(toPlainText('He is ||the **butler**||!', { revealSpoilers: true })).toBe('He is the butler!');
  });

  it('shows math and callouts by their text', () => {
    expect(toPlainText('> [!TIP]\n> use $x^2$\n\n$$\ny\n$$')).toBe('use x^2\ny');
  });

  it('shows the present name of whoever is known', () => {
    const text = toPlainText(source, { resolveUser: (id) => (id === alice ? 'Alice Martin' : undefined) });
    expect(text).toContain('@Alice Martin');
  });
});

describe('extractMentions', () => {
  it('finds each person and channel once, and the call to everybody', () => {
    expect(extractMentions(`${source} ${source}`)).toEqual({
      userIds: [alice],
      groupIds: [],
      channelIds: [general],
      everyone: true,
      here: false,
    });
  });

  it('finds groups and those who are here', () => {
    expect(extractMentions(`[@design](mention:group/${alice}), @here`)).toMatchObject({ groupIds: [alice], userIds: [], everyone: false, here: true });
  });

  it.each(['`@here`', '```\n@here\n```', '$@here$', '[@here](https://x.example)', '@hereby', 'a@here.org'])('finds nobody in %j', (text) => {
    expect(extractMentions(text)).toEqual({ userIds: [], groupIds: [], channelIds: [], everyone: false, here: false });
  });

  it('finds nothing in code', () => {
    expect(extractMentions(`\`${source.replace('\n', ' ')}\``)).toEqual({
      userIds: [],
      groupIds: [],
      channelIds: [],
      everyone: false,
      here: false,
    });
  });
});
