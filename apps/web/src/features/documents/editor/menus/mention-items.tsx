import type { DefaultReactSuggestionItem } from '@blocknote/react';
import { Avatar } from '@parvis/ui';
import { IconFileText } from '@tabler/icons-react';
import i18next from 'i18next';
import type { DocumentBlockNote } from '../document-schema.ts';
import type { EditorServices } from '../editor-services.ts';

/** What `@` offers for what is typed after it: people, then documents. What fails to be found is left out. */
export async function mentionItems(editor: DocumentBlockNote, { searchPeople, searchDocuments }: EditorServices, query: string): Promise<DefaultReactSuggestionItem[]> {
  const none = () => [];
  const [people, documents] = await Promise.all([searchPeople(query).catch(none), searchDocuments(query).catch(none)]);
  const insert = (content: Parameters<DocumentBlockNote['insertInlineContent']>[0]) => editor.insertInlineContent(content, { updateSelection: true });
  return [
    ...people.map(({ id, name, title, avatarUrl }) => ({
      title: name,
      subtext: title ?? undefined,
      group: i18next.t('document:mentionPeople'),
      icon: <Avatar id={id} name={name} src={avatarUrl} size={24} />,
      onItemClick: () => insert([{ type: 'mention', props: { userId: id } }, ' ']),
    })),
    ...documents.map(({ id, title }) => ({
      title: title || i18next.t('document:untitled'),
      group: i18next.t('document:mentionDocuments'),
      icon: <IconFileText size={18} aria-hidden />,
      onItemClick: () => insert([{ type: 'documentLink', props: { documentId: id } }, ' ']),
    })),
  ];
}
