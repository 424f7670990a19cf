import { en, fr } from '@blocknote/core/locales';
import { getDefaultReactSlashMenuItems } from '@blocknote/react';
import type { DefaultReactSuggestionItem } from '@blocknote/react';
import type { DocumentBlockNote } from '../document-schema.ts';
import { matchesWords } from './search-words.ts';

type SlashKey = keyof typeof en.slash_menu;

/** In both languages, whichever the page is in. */
const namesOf = (key: SlashKey): string[] => [en, fr].flatMap(({ slash_menu: texts }) => [texts[key].title, ...texts[key].aliases]);

/** What `/` offers for what is typed after it. */
export function slashItems(editor: DocumentBlockNote, query: string): DefaultReactSuggestionItem[] {
  const items = getDefaultReactSlashMenuItems(editor) as (DefaultReactSuggestionItem & { key: SlashKey })[];
  return items.filter(({ key }) => key !== 'emoji' && matchesWords(namesOf(key), query));
}
