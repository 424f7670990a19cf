import type { DefaultReactSuggestionItem } from '@blocknote/react';
import { Avatar } from '@parvis/ui';
import { IconFileText } from '@tabler/icons-react';
import i18next from 'i18next';
import type { DocumentBlockNote } from '../document-schema.ts';
import type { EditorServices } from '../editor-services.ts';

/** What was asked for last in each editor. */
const asked = new WeakMap<DocumentBlockNote, { query: string; found: Promise<DefaultReactSuggestionItem[]> }>();

/** What `@` offers for what is typed after it: people, then documents. What fails to be found is left out. */
export async function mentionItems(editor: DocumentBlockNote, services: EditorServices, query: string): Promise<DefaultReactSuggestionItem[]> {
  const found = find(editor, services, query);
  asked.set(editor, { query, found });
  return (await found).map((item) => ({ ...item, onItemClick: () => void take(editor, query, item) }));
}

/** Enter may come while what is shown was found for fewer letters: then the best for all of them is meant, or else the letters themselves. */
async function take(editor: DocumentBlockNote, query: string, item: DefaultReactSuggestionItem): Promise<void> {
  const last = asked.get(editor) ?? { query, found: Promise.resolve([]) };
  if (last.query === query || matches(item, last.query)) {
    item.onItemClick();
    return;
  }
  const [best] = await last.found;
  if (best) best.onItemClick();
  else editor.insertInlineContent(`@${last.query}`, { updateSelection: true });
}

const matches = ({ title }: DefaultReactSuggestionItem, query: string): boolean => title.toLocaleLowerCase().includes(query.toLocaleLowerCase());

async function find(editor: DocumentBlockNote, { searchPeople, searchDocuments, onMention }: EditorServices, query: string): Promise<DefaultReactSuggestionItem[]> {
  const none = () => [];
  const [people, documents] = await Promise.all([searchPeople(query).catch(none), searchDocuments(query).catch(none)]);
  const insert = (content: Parameters<DocumentBlockNote['insertInlineContent']>[0]) => editor.insertInlineContent(content, { updateSelection: true });
  return [
    ...people.map(({ id, name, title, avatarUrl }) => ({
      title: name,
      subtext: title ?? undefined,
      group: i18next.t('document:mentionPeople'),
      icon: <Avatar id={id} name={name} src={avatarUrl} size={24} />,
      onItemClick: () => {
        insert([{ type: 'mention', props: { userId: id } }, ' ']);
        onMention(id);
      },
    })),
    ...documents.map(({ id, title }) => ({
      title: title || i18next.t('document:untitled'),
      group: i18next.t('document:mentionDocuments'),
      icon: <IconFileText size={18} aria-hidden />,
      onItemClick: () => insert([{ type: 'documentLink', props: { documentId: id } }, ' ']),
    })),
  ];
}
