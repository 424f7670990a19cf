import { en, fr } from '@blocknote/core/locales';
import { getDefaultReactSlashMenuItems } from '@blocknote/react';
import type { DefaultReactSuggestionItem } from '@blocknote/react';
import { getMultiColumnSlashMenuItems, locales as columns } from '@blocknote/xl-multi-column';
import i18next from 'i18next';
import type { DocumentBlockNote } from '../document-schema.ts';
import { ownSlashItems } from './own-slash-items.tsx';
import type { SlashItem } from './own-slash-items.tsx';
import { matchesWords } from './search-words.ts';

type SlashKey = keyof typeof en.slash_menu;
interface Named {
  title: string;
  aliases: readonly string[];
}

const namesOf = (texts: readonly Named[]): string[] => texts.flatMap(({ title, aliases }) => [title, ...aliases]);

const MEDIA = ['image', 'video', 'audio', 'file'];

/** The French texts have two names for the same group. */
const groupOf = ({ key, group }: { key: string; group?: string }): string | undefined => (MEDIA.includes(key) ? i18next.t('document:slash.media') : group);

/** What `/` offers for what is typed after it, in French or in English, whichever the page is in. */
export function slashItems(editor: DocumentBlockNote, query: string): SlashItem[] {
  const theirs = getDefaultReactSlashMenuItems(editor) as (DefaultReactSuggestionItem & { key: SlashKey })[];
  const named = theirs.filter(({ key }) => key !== 'emoji').map((item): SlashItem => ({ ...item, group: groupOf(item), names: namesOf([en.slash_menu[item.key], fr.slash_menu[item.key]]) }));
  const side = getMultiColumnSlashMenuItems(editor).map((item, index): SlashItem => {
    const key = (['two_columns', 'three_columns'] as const)[index] ?? 'two_columns';
    return { ...item, names: namesOf([columns.en.slash_menu[key], columns.fr.slash_menu[key]]) };
  });
  return grouped([...named, ...side, ...ownSlashItems(editor)]).filter(({ names }) => matchesWords(names, query));
}

/** Those of a group beside each other, in the order in which the groups begin. */
function grouped(items: readonly SlashItem[]): SlashItem[] {
  return [...new Set(items.map(({ group }) => group))].flatMap((group) => items.filter((item) => item.group === group));
}
