import { SuggestionMenu, insertOrUpdateBlockForSlashMenu } from '@blocknote/core/extensions';
import type { DefaultReactSuggestionItem } from '@blocknote/react';
import { TextSelection } from '@tiptap/pm/state';
import { IconAt, IconFileText, IconInfoCircle, IconMath, IconMathFunction, IconMessage } from '@tabler/icons-react';
import i18next from 'i18next';
import { askForAddress } from '../blocks/asked-address.ts';
import type { DocumentBlockNote } from '../document-schema.ts';
import { openFormula } from './go-on-below.ts';

export interface SlashItem extends DefaultReactSuggestionItem {
  /** What it is found by, in both languages. */
  names: readonly string[];
}

/** Found by these words beside its titles. */
const WORDS = {
  callout: ['callout', 'info', 'note', 'tip', 'warning', 'danger', 'box', 'encadré', 'conseil', 'attention', 'avertissement'],
  math: ['math', 'latex', 'equation', 'katex', 'équation', 'formule', 'mathématiques'],
  inlineMath: ['math', 'latex', 'inline', 'equation', 'équation', 'formule'],
  documentLink: ['document', 'page', 'link', 'lien'],
  embed: ['embed', 'message', 'meeting', 'file', 'poll', 'link', 'intégrer', 'réunion', 'fichier', 'sondage', 'lien'],
  person: ['mention', 'person', 'people', 'at', 'personne', 'utilisateur'],
} as const;

/** Our blocks in the `/` menu. */
export function ownSlashItems(editor: DocumentBlockNote): SlashItem[] {
  const item = (name: keyof typeof WORDS, group: 'basic' | 'ours', Icon: typeof IconAt, onItemClick: () => void): SlashItem => ({
    title: i18next.t(`document:slash.${name}.title`),
    subtext: i18next.t(`document:slash.${name}.hint`),
    group: i18next.t(`document:slash.${group}`),
    names: [i18next.t(`document:slash.${name}.title`), ...WORDS[name]],
    icon: <Icon size={18} aria-hidden />,
    onItemClick,
  });
  const mention = () => editor.getExtension(SuggestionMenu)?.openSuggestionMenu('@');
  return [
    item('callout', 'basic', IconInfoCircle, () => insertOrUpdateBlockForSlashMenu(editor, { type: 'callout' })),
    item('math', 'basic', IconMath, () => {
      insertOrUpdateBlockForSlashMenu(editor, { type: 'math' });
      openFormula(editor);
    }),
    item('inlineMath', 'basic', IconMathFunction, () => insertInlineMath(editor)),
    item('person', 'ours', IconAt, mention),
    item('documentLink', 'ours', IconFileText, mention),
    item('embed', 'ours', IconMessage, () => {
      askForAddress();
      insertOrUpdateBlockForSlashMenu(editor, { type: 'embed' });
    }),
  ];
}

/** The cursor is put into the formula, which opens what it is written in. */
function insertInlineMath(editor: DocumentBlockNote): void {
  const view = editor.prosemirrorView;
  const type = editor.pmSchema.nodes.inlineMath;
  if (!view || !type) return;
  const { from } = view.state.selection;
  const transaction = view.state.tr.insert(from, type.create());
  view.dispatch(transaction.setSelection(TextSelection.create(transaction.doc, from + 1)));
  view.focus();
}
