import type { SeenDocument } from '@parvis/contracts';
import { ActionMenu, type MenuAction } from '@parvis/ui';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDocumentActions } from './use-document-actions.tsx';

interface DocumentMenuProps {
  seen: SeenDocument;
  className?: string | undefined;
  tabIndex?: number;
  defaultOpened?: boolean;
  /** On its own page. */
  opened?: boolean;
  /** Between the usual ones and the trash. */
  more?: readonly MenuAction[];
}

/** All that can be done with a document. */
export function DocumentMenu({ seen, className, tabIndex, defaultOpened = false, opened = false, more = [] }: DocumentMenuProps) {
  const { t } = useTranslation('documents');
  const own = useDocumentActions(seen, { opened });
  const actions = own.at(-1)?.danger ? [...own.slice(0, -1), ...more, ...own.slice(-1)] : [...own, ...more];
  const label = t('menu.label', { title: seen.document.title || t('untitled') });
  return (
    <ActionMenu label={label} actions={actions} width={310} defaultOpened={defaultOpened}>
      {(props) => <button type="button" {...props} className={className} tabIndex={tabIndex} data-menu aria-label={label}><IconDots size={18} stroke={1.7} aria-hidden /></button>}
    </ActionMenu>
  );
}
