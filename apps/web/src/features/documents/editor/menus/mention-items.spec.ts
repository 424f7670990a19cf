// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { emptyServices, mountEditor, type MountedEditor } from '../fixtures/mounted-editor.ts';
import { mentionItems } from './mention-items.tsx';

let made: MountedEditor | undefined;
afterEach(() => made?.unmount());

const PEOPLE = [{ id: 'p1', name: 'Ada Lovelace' }, { id: 'p2', name: 'Blaise Pascal' }];
const DOCUMENTS = [{ id: 'd1', title: 'Roadmap' }];
const onMention = vi.fn<(userId: string) => void>();
const services = {
  ...emptyServices,
  onMention,
  searchPeople: (query: string) => Promise.resolve(PEOPLE.filter(({ name }) => name.toLowerCase().includes(query))),
  searchDocuments: (query: string) => Promise.resolve(DOCUMENTS.filter(({ title }) => title.toLowerCase().includes(query))),
};
const inserted = () => JSON.stringify(made!.editor.document[0]!.content);

test('who is chosen is put into the text, which is told', async () => {
  made = mountEditor();
  made.editor.setTextCursorPosition(made.editor.document[0]!, 'start');
  const [item] = await mentionItems(made.editor, services, 'blai');
  item!.onItemClick();
  await vi.waitFor(() => expect(inserted()).toContain('"userId":"p2"'));
  expect(onMention.mock.calls).toEqual([['p2']]);
});

test('chosen before the last letters were looked for, it is the best for all of them, or the letters', async () => {
  made = mountEditor();
  made.editor.setTextCursorPosition(made.editor.document[0]!, 'start');
  const [stale] = await mentionItems(made.editor, services, '');
  void mentionItems(made.editor, services, 'road');
  stale!.onItemClick();
  await vi.waitFor(() => expect(inserted()).toContain('"documentId":"d1"'));
  void mentionItems(made.editor, services, 'nobody');
  stale!.onItemClick();
  await vi.waitFor(() => expect(inserted()).toContain('@nobody'));
  expect(inserted()).not.toContain('"userId":"p1"');
});
