import { blockTypeSelectItems } from '@blocknote/react';
import type { BlockTypeSelectItem } from '@blocknote/react';
import { IconInfoCircle, IconSourceCode } from '@tabler/icons-react';
import i18next from 'i18next';
import type { DocumentBlockNote } from '../document-schema.ts';

/** What a block of text can be turned into. */
export function blockTypes({ dictionary }: DocumentBlockNote): BlockTypeSelectItem[] {
  const theirs = blockTypeSelectItems(dictionary).filter(({ props }) => !props || (Number(props.level ?? 1) <= 3 && props.isToggleable !== true));
  return [
    ...theirs,
    { name: i18next.t('document:slash.callout.title'), type: 'callout', icon: IconInfoCircle },
    { name: dictionary.slash_menu.code_block.title, type: 'codeBlock', icon: IconSourceCode },
  ];
}
