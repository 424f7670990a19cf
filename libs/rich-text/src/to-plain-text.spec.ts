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

  it('shows the present name of whoever is known', () => {
    const text = toPlainText(source, { resolveUser: (id) => (id === alice ? 'Alice Martin' : undefined) });
    expect(text).toContain('@Alice Martin');
  });
});

describe('extractMentions', () => {
  it('finds each person and channel once, and the call to everybody', () => {
    expect(extractMentions(`${source} ${source}`)).toEqual({ userIds: [alice], channelIds: [general], everyone: true });
  });

  it('finds nothing in code', () => {
    expect(extractMentions(`\`${source.replace('\n', ' ')}\``)).toEqual({ userIds: [], channelIds: [], everyone: false });
  });
});
