import { SuggestionMenuController } from '@blocknote/react';
import type { DocumentBlockNote } from '../document-schema.ts';
import { isOutsideTable } from './is-outside-table.ts';
import { slashItems } from './slash-items.tsx';

/** What opens while one writes. */
export function EditorMenus({ editor }: { editor: DocumentBlockNote }) {
  return <SuggestionMenuController triggerCharacter="/" shouldOpen={isOutsideTable} getItems={(query) => Promise.resolve(slashItems(editor, query))} />;
}
