// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mountEditor } from '../fixtures/mounted-editor.ts';
import type { MountedEditor } from '../fixtures/mounted-editor.ts';

let made: MountedEditor;
beforeEach(() => {
  made = mountEditor();
});
afterEach(() => made.unmount());

const coloured = () => [...made.editor.domElement!.querySelectorAll('.hljs-keyword, .hljs-string')].map(({ textContent }) => textContent);

test('code is coloured once it has a language, and follows what is typed and chosen', async () => {
  made.editor.replaceBlocks(made.editor.document, [{ type: 'codeBlock', content: 'const a = "b"' }, { type: 'codeBlock', props: { language: 'text' }, content: 'let none' }]);
  const [code] = made.editor.document;
  expect(coloured()).toEqual([]);
  made.editor.updateBlock(code!, { props: { language: 'typescript' } });
  await vi.waitFor(() => expect(coloured()).toEqual(['const', '"b"']));
  made.editor.setTextCursorPosition(code!, 'start');
  made.editor.insertInlineContent('let ');
  expect(coloured()).toEqual(['let', 'const', '"b"']);
  made.editor.updateBlock(code!, { props: { language: 'text' } });
  expect(coloured()).toEqual([]);
});
