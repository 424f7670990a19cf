// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { markdownFromEditor } from './composer-document.ts';
import { composerExtensions } from './composer-extensions.ts';
import { pasteAsSource, pastedHtml, pastedText } from './composer-paste.ts';
import { cleanHtml } from '../rich-content/index.ts';
import { markdownFromSource, sourceExtensions } from './composer-source.ts';

let editor: Editor | undefined;

beforeAll(() => {
  // jsdom has no clipboard and lays nothing out.
  vi.stubGlobal('ClipboardEvent', Event);
  const none = { x: 0, y: 0, top: 0, left: 0, right: 0, bottom: 0, width: 0, height: 0, toJSON: () => '' };
  Range.prototype.getClientRects = () => Object.assign([none], { item: () => none }) as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => none;
});
afterEach(() => editor?.destroy());

function open(source = false): Editor {
  editor = new Editor({ element: document.createElement('div'), extensions: (source ? sourceExtensions : composerExtensions)(() => ''), injectCSS: false, enablePasteRules: false });
  editor.setOptions({ editorProps: { clipboardTextParser: pastedText, transformPastedHTML: pastedHtml } });
  return editor;
}

function pasteHtml(html: string, source = false): string {
  const current = open(source);
  if (!pasteAsSource(current, html)) current.view.pasteHTML(html);
  return (source ? markdownFromSource : markdownFromEditor)(current.getJSON());
}

function pasteText(text: string): string {
  const current = open();
  const { tr, selection } = current.state;
  current.view.dispatch(tr.replaceSelection(pastedText(text, selection.$from, false)));
  return markdownFromEditor(current.getJSON());
}

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'composer-paste-fixtures', `${name}.html`), 'utf8');

const expected: Record<string, string> = {
  word: `# Launch plan

We go live on **Tuesday**, *not* ~~Monday~~. See [the plan](https://parvis.example/plan).

- Mail
  1. Customers
  2. Press
- Party

| **Who** | **Hours** |
| - | -: |
| Zoé Martin | 12 |`,
  'google-docs': `## Minutes

We **agreed** *mostly* on [this](https://parvis.example/doc)\`npm start\`

- First
  - Inner

4. ~~Fourth~~

- [x] Done

| **Item** | Cost \\| net |
| - | - |
| Desk | €40 |`,
  excel: `| Quarter | Sales | |
| - | :-: | - |
| Q1 | 1,200.50 | net |
| | 300 | gross |`,
  'web-page': `### Why

A **bold** claim with \`inline code\` and a trap, *and* [a link](https://parvis.example/a?b=1\\&c=2). 🎉

\`\`\`js
const a = 1;
if (a < 2) {
  b();
}
\`\`\`

- [x] done
- [ ] open
  - inner

> Quoted
>
> twice

Laid out
in a table

\`\`\`
def f():
    return
\`\`\``,
};

describe('pasting', () => {
  it.each(Object.keys(expected))('keeps the structure of what comes from %s, and nothing else of it', (name) => {
    expect(pasteHtml(fixture(name))).toBe(expected[name]);
  });

  it('is the same Markdown in the source editor', () => {
    expect(pasteHtml(fixture('word'), true)).toBe(expected.word);
  });

  it('lets through no attribute but those it knows', () => {
    const all = Object.keys(expected).map((name) => cleanHtml(fixture(name))).join('');
    expect([...all.matchAll(/\s([\w-]+)="/gu)].map((match) => match[1]).filter((name) => !['href', 'align', 'start', 'class', 'data-checked'].includes(name ?? ''))).toEqual([]);
    expect(all).not.toMatch(/script|onclick|tracker|secret|<img|javascript/u);
  });

  it.each([
    ['a\n- b', 'a\n\\- b'],
    ['- a\n- b', '- a\n- b'],
    ['1. a\n2. b', '1. a\n2. b'],
    ['| a |\n|---|\n| 1 |', '| a |\n| - |\n| 1 |'],
    ['> [!TIP]\n> a', '> [!TIP]\n> a'],
    ['- [ ] a', '- [ ] a'],
    ['# a comment', '\\# a comment'],
    ['a **b** `c`\nd ||e|| [f](https://x.example)', 'a **b** `c`\nd ||e|| [f](https://x.example)'],
    ['C:\\*a\\**b** 2 * 3 * 4', 'C:\\\\\\*a\\\\\\*\\*b\\*\\* 2 \\* 3 \\* 4'],
  ])('reads pasted text %j', (text, markdown) => {
    expect(pasteText(text)).toBe(markdown);
  });

  it('takes text as it is when it is to be plain', () => {
    const current = open();
    const slice = pastedText('- a\n- b', current.state.selection.$from, true);
    expect(slice.content.content.map((node) => node.textContent)).toEqual(['- a', '- b']);
  });

  // As deep as browsers nest elements; jsdom itself is slow beyond.
  it.each([
    ['nested elements', `${'<div><b><ul><li>'.repeat(128)}x`],
    ['a deep table', `${'<table><tr><td>'.repeat(128)}x`],
    ['a wide table', `<table>${'<tr><td colspan=1000 rowspan=1000>x</td></tr>'.repeat(2_000)}</table>`],
    ['very many elements', '<p>x</p>'.repeat(30_000)],
    ['a long style', `<p style="${'mso-list: '.repeat(50_000)}">x</p>`],
    ['lists of Word', '<p style="mso-list:l0 level9 lfo1">x</p>'.repeat(1_000)],
    ['megabytes', `<p>${'x'.repeat(5_000_000)}`],
  ])('takes %s without hanging', (_what, html) => {
    const start = performance.now();
    expect(pasteHtml(html)).toContain('x');
    expect(performance.now() - start).toBeLessThan(10_000);
  }, 60_000);

  it.each(['\n', ' ', '|', '-', '*', '[', '`', '$', '> ', '- [ ] ', '|-|\n', 'x\n', '- a\n', '$$\n', '```\n', '*a **b ', '[(', '`a ', '||a'])('takes a megabyte of %j without hanging', (piece) => {
    const start = performance.now();
    pasteText(piece.repeat(1_000_000 / piece.length));
    expect(performance.now() - start).toBeLessThan(10_000);
  }, 60_000);

  it('cleans any HTML into what the composer can take', () => {
    const piece = fc.constantFrom('<p>', '</p>', '<ul>', '<ol start=3>', '<li>', '</ul>', '<table>', '<tr>', '<td>', '</td>', '</table>', '<b>', '</b>', '<a href="https://x.example">', '</a>', '<pre>', '</pre>', '<h2>', '<br>', '<img>', 'text ', ' ', '<p style="mso-list:l0 level2 lfo1">', '<blockquote>', '<code>', '</code>', '<input type=checkbox>', '<div style="white-space:pre;font-family:monospace">');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const markdown = pasteHtml(pieces.join(''));
        editor?.state.doc.check();
        editor?.destroy();
        expect(typeof markdown).toBe('string');
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
