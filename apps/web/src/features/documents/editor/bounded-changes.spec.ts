// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { emptyServices, mountEditor, type MountedEditor } from './fixtures/mounted-editor.ts';

let made: MountedEditor | undefined;
afterEach(() => made?.unmount());

test('what could never be saved at once is left out, and told; what can goes in', () => {
  const onTooLarge = vi.fn();
  made = mountEditor(undefined, emptyServices, { onTooLarge });
  const { editor, updates } = made;
  const paragraphs = (count: number, words: string) => Array.from({ length: count }, () => ({ type: 'paragraph' as const, content: words }));
  editor.insertBlocks(paragraphs(3, 'x'.repeat(400_000)), editor.document[0]!, 'after');
  expect(onTooLarge).toHaveBeenCalledOnce();
  // But for the empty block that every document begins with.
  for (const { byteLength } of updates) expect(byteLength).toBeLessThan(1_000);
  editor.insertBlocks(paragraphs(3, 'x'.repeat(200_000)), editor.document[0]!, 'after');
  expect(onTooLarge).toHaveBeenCalledOnce();
  expect(editor.document.length).toBeGreaterThan(3);
  expect(Math.max(...updates.map(({ byteLength }) => byteLength))).toBeLessThan(1024 * 1024);
});
