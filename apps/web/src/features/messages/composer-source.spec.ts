// @vitest-environment jsdom
import { formatMention } from '@parvis/rich-text';
import { Editor } from '@tiptap/core';
import { afterEach, describe, expect, it } from 'vitest';
import { isInFence, markdownFromSource, sourceDocument, sourceExtensions } from './composer-source.ts';

const id = '0190a1b2-0000-7000-8000-000000000001';
let editor: Editor;

function open(markdown: string): Editor {
  editor = new Editor({ element: null, extensions: sourceExtensions(() => ''), content: sourceDocument(markdown), injectCSS: false });
  return editor;
}

afterEach(() => editor.destroy());

describe('the Markdown source', () => {
  it.each(['a', '**a**\n\n- b\n    c', '    indented\n\n\n```\n\n  x\n```', `\\*a [@Zoé](mention:user/${id})`, '| a |\n|---|', '\tx'])('comes out as it went in: %j', (markdown) => {
    expect(markdownFromSource(open(markdown).getJSON())).toBe(markdown);
  });

  it('has neither empty lines before it nor spaces after it', () => {
    expect(markdownFromSource(open('\n  \n  a\n \n').getJSON())).toBe('  a');
    expect(markdownFromSource(open(' \n').getJSON())).toBe('');
  });

  it('writes a chosen mention as what it is', () => {
    open('').commands.insertContent([
      { type: 'mention', attrs: { kind: 'user', id, label: 'Zoé_' } },
      { type: 'text', text: ' ' },
      { type: 'mention', attrs: { kind: 'here' } },
    ]);
    expect(markdownFromSource(editor.getJSON())).toBe(`${formatMention('user', id, 'Zoé_')} @here`);
  });

  it('knows where code is being written', () => {
    open('a\n```ts\nb\n```\nc');
    const inFence = [1, 4, 11, 14, 19].map((position) => {
      editor.commands.setTextSelection(position);
      return isInFence(editor);
    });
    expect(inFence).toEqual([false, false, true, true, false]);
  });
});
