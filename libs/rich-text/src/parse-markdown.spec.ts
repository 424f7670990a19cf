import { describe, expect, it } from 'vitest';
import type { InlineNode } from './nodes.ts';
import { formatMention } from './mention-syntax.ts';
import { parseMarkdown } from './parse-markdown.ts';

const user = '0190a1b2-0000-7000-8000-000000000001';

function firstParagraph(source: string): InlineNode[] {
  const [first] = parseMarkdown(source).children;
  return first?.type === 'paragraph' ? first.children : [];
}

describe('parseMarkdown', () => {
  it('reads GFM: tables, tasks, struck text and bare addresses', () => {
    const tree = parseMarkdown('| a | b |\n|:-:|---|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n\n~~no~~ https://parvis.org');
    expect(tree.children.map((node) => node.type)).toEqual(['table', 'list', 'paragraph']);
    expect(tree.children[0]).toMatchObject({ align: ['center', null] });
    expect(tree.children[1]).toMatchObject({ children: [{ checked: true }, { checked: false }] });
    expect(tree.children[2]).toMatchObject({
      children: [{ type: 'strike' }, { type: 'text' }, { type: 'link', url: 'https://parvis.org' }],
    });
  });

  it('keeps the lines of a paragraph apart', () => {
    expect(firstParagraph('one\ntwo').map((node) => node.type)).toEqual(['text', 'break', 'text']);
  });

  it('shows raw HTML as the text it is', () => {
    const html = '<img src=x onerror=alert(1)> <b>x</b>';
    expect(firstParagraph(html)).toEqual([{ type: 'text', value: html }]);
    expect(parseMarkdown('<script>\nalert(1)\n</script>').children[0]?.type).toBe('paragraph');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:x', '/api/v1', '//evil.example', 'vbscript:x', 'file:///etc'])(
    'makes a link to %s mere text',
    (url) => {
      expect(firstParagraph(`[see](${url})`)).toEqual([{ type: 'text', value: 'see' }]);
      expect(firstParagraph(`![see](${url})`)).toEqual([{ type: 'text', value: 'see' }]);
    },
  );

  it('makes a link of a picture, so that reading a message calls no foreign server', () => {
    expect(firstParagraph('![cat](https://cats.example/1.png)')).toEqual([
      { type: 'link', url: 'https://cats.example/1.png', children: [{ type: 'text', value: 'cat' }] },
    ]);
  });

  it('never nests a link in a link', () => {
    expect(JSON.stringify(parseMarkdown('[![a](https://x.example/a)](https://y.example)')).match(/"link"/gu)).toHaveLength(1);
  });

  it('reads mentions of people and channels', () => {
    expect(firstParagraph(`[@Zoé](mention:user/${user.toUpperCase()})`)).toEqual([
      { type: 'mention', kind: 'user', id: user, label: 'Zoé' },
    ]);
    expect(firstParagraph('[@Zoé](mention:user/7)')).toEqual([{ type: 'text', value: '@Zoé' }]);
  });

  it.each(['Al_*[x]*', 'a](http://x) [', '`code`', '\\', '<b>', '@channel', 'line\nbreak', '#1 & co ~~x~~', '!', '٣ אב'])(
    'reads back the mention of somebody called %j',
    (label) => {
      expect(firstParagraph(formatMention('user', user, label))).toEqual([
        { type: 'mention', kind: 'user', id: user, label: label.replace('\n', ' ') },
      ]);
    },
  );

  it.each(['@channel', 'hello @channel!', '(@channel)', '**@channel**', '@channel: look', 'a, @channel.'])('reads %j as a mention of everybody', (source) => {
    expect(JSON.stringify(parseMarkdown(source))).toContain('"everyone"');
  });

  it.each(['`@channel`', '```\n@channel\n```', 'me@channel.org', '@channels', '@channel-ops', '[@channel](https://x.example)', '@@channel', '@channel.org'])(
    'reads no mention of everybody in %j',
    (source) => {
      expect(JSON.stringify(parseMarkdown(source))).not.toContain('"everyone"');
    },
  );

  it('shows something for a source that only defines', () => {
    expect(firstParagraph('[a]: https://x.example')).toEqual([{ type: 'text', value: '[a]: https://x.example' }]);
  });

  it.each([
    ['$x^2$', 'x^2'],
    ['so ($a_1 + b$), then', 'a_1 + b'],
    ['**$a$**', 'a'],
    ['$\\$5$', '\\$5'],
    ['$$a$$ in a line', 'a'],
    ['$a `b$ c`', 'a `b'],
  ])('reads math in %j', (source, value) => {
    expect(JSON.stringify(parseMarkdown(source))).toContain(JSON.stringify({ type: 'inlineMath', value }));
  });

  it.each(['$5 and $6', 'US$5, US$6', 'it costs $5 (or US$6)', '5$ and 6$', '$FOO:$BAR', '$5-$10', '$$$', '$ a $', '`$a$`', '\\$a$', '$a\nb$', '$$$a$$$', '$a$b'])(
    'reads no math in %j',
    (source) => {
      expect(JSON.stringify(parseMarkdown(source))).not.toMatch(/"(?:inlineMath|math)"/u);
    },
  );

  it.each([
    ['$$\na\n\n  b\n$$', 'a\n\n  b'],
    ['text\n$$\na\n$$', 'a'],
    ['$$ a $$', 'a'],
    ['$$\na', 'a'],
  ])('reads a block of math in %j', (source, value) => {
    expect(parseMarkdown(source).children.at(-1)).toEqual({ type: 'math', value });
  });

  it('reads a block of math in a list and a quote, where it ends with them', () => {
    expect(parseMarkdown('- $$\n  a\n  $$\n- b')).toMatchObject({ children: [{ children: [{ children: [{ type: 'math', value: 'a' }] }, {}] }] });
    expect(parseMarkdown('> $$\n> a\nb')).toMatchObject({ children: [{ children: [{ type: 'math', value: 'a' }] }, { type: 'paragraph' }] });
  });

  it('reads spoilers, with what is in them', () => {
    expect(firstParagraph('a ||b **c**\nd||!')).toMatchObject([
      { value: 'a ' },
      { type: 'spoiler', children: [{ value: 'b ' }, { type: 'strong' }, { type: 'break' }, { value: 'd' }] },
      { value: '!' },
    ]);
    expect(firstParagraph('||a|| b ||c||').map((node) => node.type)).toEqual(['spoiler', 'text', 'spoiler']);
    expect(firstParagraph('**||a||**')).toMatchObject([{ type: 'strong', children: [{ type: 'spoiler' }] }]);
  });

  it.each(['a || b || c', '`||a||`', '\\||a||', '|||a|||', '||a', '|| a ||', '||**a||**'])('reads %j with care', (source) => {
    const text = JSON.stringify(firstParagraph(source));
    if (source !== '||**a||**') expect(text).not.toContain('"spoiler"');
  });

  it.each(['> [!NOTE]\n> a', '> [!note] a', '>[!Note]  \n> a', '> [!NOTE]\n>\n> a'])('reads %j as a callout', (source) => {
    expect(parseMarkdown(source).children).toEqual([{ type: 'callout', kind: 'note', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'a' }] }] }]);
  });

  it.each(['> \\[!NOTE]\n> a', '> [!NOTES]\n> a', '> a [!NOTE]', '> **[!NOTE]**', '[!NOTE]\na', '> [!NOTE]a'])('reads no callout in %j', (source) => {
    expect(JSON.stringify(parseMarkdown(source))).not.toContain('"callout"');
  });

  it('reads mentions of groups', () => {
    expect(firstParagraph(`[@design](mention:group/${user})`)).toEqual([{ type: 'mention', kind: 'group', id: user, label: 'design' }]);
  });

  it('reads @here as it reads @channel', () => {
    expect(firstParagraph('@here, @channel')).toEqual([{ type: 'mention', kind: 'here' }, { type: 'text', value: ', ' }, { type: 'mention', kind: 'everyone' }]);
  });
});
