import { SuggestionMenuController } from '@blocknote/react';
import { useCallback } from 'react';
import type { DocumentBlockNote } from '../document-schema.ts';
import { useEditorServices } from '../editor-context.ts';
import { isOutsideTable } from './is-outside-table.ts';
import { mentionItems } from './mention-items.tsx';
import { slashItems } from './slash-items.tsx';

/** What opens while one writes. */
export function EditorMenus({ editor }: { editor: DocumentBlockNote }) {
  const services = useEditorServices();
  const findSlash = useCallback((query: string) => Promise.resolve(slashItems(editor, query)), [editor]);
  const findMentions = useCallback((query: string) => mentionItems(editor, services, query), [editor, services]);
  return (
    <>
      <SuggestionMenuController triggerCharacter="/" shouldOpen={isOutsideTable} getItems={findSlash} />
      <SuggestionMenuController triggerCharacter="@" getItems={findMentions} />
    </>
  );
}
