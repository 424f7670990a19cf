import type { SeenDocument } from '@parvis/contracts';
import { IconMoodPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../sync/index.ts';
import { EmojiPickerPopover } from '../../emoji/index.ts';
import { DocumentIcon } from '../document-icon.tsx';
import { useDocumentTask } from '../menu/use-document-task.ts';
import classes from './document-page.module.css';

/** The icon above the title; who may write chooses another one. */
export function DocumentIconButton({ seen: { document }, editable }: { seen: SeenDocument; editable: boolean }) {
  const { t } = useTranslation('documents');
  const task = useDocumentTask();
  const [opened, setOpened] = useState(false);
  const pick = (icon: string) => void task(() => api.call('updateDocument', { params: { id: document.id }, body: { icon } }));
  if (!editable) return document.icon === null ? null : <div className={classes.bigIcon}><DocumentIcon icon={document.icon} kind={document.kind} size={44} /></div>;
  return (
    <div className={classes.bigIcon} data-none={document.icon === null || undefined}>
      <EmojiPickerPopover label={t('icon.pick')} opened={opened} onChange={setOpened} onPick={pick}>
        <button type="button" className={classes.iconButton} aria-label={t(document.icon === null ? 'icon.add' : 'icon.change')} aria-haspopup="dialog" aria-expanded={opened} onClick={() => setOpened((before) => !before)}>
          {document.icon === null ? <><IconMoodPlus size={18} aria-hidden /> {t('icon.add')}</> : <DocumentIcon icon={document.icon} kind={document.kind} size={44} />}
        </button>
      </EmojiPickerPopover>
    </div>
  );
}
