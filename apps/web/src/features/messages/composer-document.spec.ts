// @vitest-environment jsdom
import { formatMention, parseMarkdown } from '@parvis/rich-text';
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { editorDocument, markdownFromEditor } from './composer-document.ts';
import { composerExtensions } from './composer-extensions.ts';

const id = '0190a1b2-0000-7000-8000-000000000001';
let editor: Editor;

function open(markdown: string): Editor {
  editor = new Editor({ element: null, extensions: composerExtensions(() => ''), content: editorDocument(markdown), injectCSS: false });
  return editor;
}

afterEach(() => editor.destroy());

/** The editor must hold the document as it was handed over: its schema drops what it doesn't know. */
function roundTrip(markdown: string): string {
  return markdownFromEditor(open(markdown).getJSON());
}

describe('the composer’s Markdown', () => {
  it.each([
    'plain',
    'one\ntwo\n\nthree',
    '**bold** *italic* ~~struck~~ `code`',
    '**bold *both* bold**',
    '**`code in bold`**',
    '[**link** text](https://x.example/a)',
    '- a\n  - b\n    1. c\n    2. d\n  - e\n- f',
    '3. three\n4. four',
    '- [ ] open\n- [x] done',
    '- first line\n  second line',
    '> quoted\n>\n> again\n>\n> - list',
    '```ts\nconst a = `*b*`;\n\n  indented\n```',
    '```\nplain\n```',
    '````\n```\n````',
    '- item\n  ```js\n  code\n  ```',
    '# Title\n\ntext\n\n---\n\nmore',
    '| a | b |\n| :-: | - |\n| 1 | 2 |',
    `hi ${formatMention('user', id, 'Zoé [a_b]')} and **${formatMention('channel', id, 'général')}**, @channel!`,
    'https://x.example/a_b_c?d=1&e=f and www.x.example',
    'literal \\*stars\\*, snake_case, \\[x]\\(y), \\`tick\\`, \\<b>',
    '\\- no list',
    '1\\. no list',
    '\\# no title',
    '\\> no quote',
    'a &amp;amp; b',
    '&lt;b>',
    'emoji 👩‍🚀 and العربية',
    '| **a** | `b\\|c` | $x$ |\n| :-: | - | --: |\n| 1 |  | [x](https://x.example) |',
    '- | a |\n  | - |\n  | 1 |',
    '$x^2$ costs $5, **$y$**',
    '$$\n\\int_0^1\n\nx\n$$\n\ntext',
    '||a **b**|| c',
    '> [!WARNING]\n> a\n> b\n>\n> - c',
    '> [!TIP]',
    `[@design](mention:group/${id}) @here`,
  ])('comes out of the editor as it went in: %j', (markdown) => {
    expect(parseMarkdown(roundTrip(markdown))).toEqual(parseMarkdown(markdown));
  });

  it('is the same after a second round', () => {
    const once = roundTrip('a\\*b **c** \n\n- d\n\n  e\n- f\n\n> g');
    editor.destroy();
    expect(roundTrip(once)).toBe(once);
  });

  it('moves spaces out of the marks that Markdown couldn’t read with them', () => {
    open('').commands.setContent('<p>a<strong> b </strong>c <em>  </em>d<strong>e </strong></p>');
    expect(markdownFromEditor(editor.getJSON())).toBe('a **b** c d**e**');
  });

  it('joins overlapping marks', () => {
    open('').commands.setContent('<p><strong>a</strong><strong><em>b</em></strong><em>c</em></p>');
    expect(parseMarkdown(markdownFromEditor(editor.getJSON()))).toMatchObject({
      children: [{ children: [{ type: 'strong', children: [{ value: 'a' }, { type: 'emphasis' }] }, { type: 'emphasis', children: [{ value: 'c' }] }] }],
    });
  });

  it('keeps the line breaks of pasted text', () => {
    open('').commands.setContent('<p>a<br>b</p><ul><li><p>c<br>d</p></li></ul>');
    expect(markdownFromEditor(editor.getJSON())).toBe('a\nb\n\n- c\n  d');
  });

  it('keeps what is typed literal', () => {
    const typed = '*not bold* _nor_ [this](x) `or` # that <script> ~~x~~ 1. @channel';
    open('').commands.setContent({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: typed }] }] });
    expect(parseMarkdown(markdownFromEditor(editor.getJSON()))).toEqual({
      type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'text', value: typed.replace('@channel', '') }, { type: 'mention', kind: 'everyone' }] }],
    });
  });

  it('is empty when nothing was written', () => {
    expect(roundTrip('')).toBe('');
    editor.commands.setContent('<p> </p><p></p><blockquote><p></p></blockquote>');
    expect(markdownFromEditor(editor.getJSON())).toBe('');
  });

  it('drops a link that leads nowhere safe', () => {
    open('').commands.setContent('<p><a href="javascript:alert(1)">x</a> <a href="https://x.example">y</a></p>');
    expect(markdownFromEditor(editor.getJSON())).toBe('x [y](https://x.example)');
  });
});
