import { FormattingToolbar, getFormattingToolbarItems, useBlockNoteEditor } from '@blocknote/react';
import { useTranslation } from 'react-i18next';
import type { DocumentBlockNote } from '../document-schema.ts';
import { AltTextButton } from './alt-text-button.tsx';
import { blockTypes } from './block-types.ts';

/** Asks for an address, too, from where the page may show nothing. */
const REPLACES = 'replaceFileButton';

/** For what is selected; on a phone it stands above the keyboard. */
export function DocumentToolbar() {
  const { t } = useTranslation('document');
  const editor = useBlockNoteEditor() as unknown as DocumentBlockNote;
  return (
    <div role="toolbar" aria-label={t('toolbar')}>
      <FormattingToolbar>
        {getFormattingToolbarItems(blockTypes(editor)).filter(({ key }) => key !== REPLACES)}
        <AltTextButton />
      </FormattingToolbar>
    </div>
  );
}
