import { Button } from '@mantine/core';
import type { DocumentKind } from '@parvis/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmojiPickerPopover } from '../../emoji/index.ts';
import { DocumentIcon } from '../document-icon.tsx';
import classes from './icon-picker.module.css';

interface IconPickerProps {
  icon: string | null;
  kind: DocumentKind;
  onPick: (icon: string | null) => void;
}

/** An emoji that stands for a document, or none. */
export function IconPicker({ icon, kind, onPick }: IconPickerProps) {
  const { t } = useTranslation('documents');
  const [opened, setOpened] = useState(false);
  return (
    <div className={classes.row}>
      <EmojiPickerPopover label={t('icon.pick')} opened={opened} onChange={setOpened} onPick={onPick}>
        <Button variant="default" leftSection={<DocumentIcon icon={icon} kind={kind} />} aria-haspopup="dialog" aria-expanded={opened} onClick={() => setOpened((before) => !before)}>{t(icon === null ? 'icon.add' : 'icon.change')}</Button>
      </EmojiPickerPopover>
      {icon !== null && <Button variant="subtle" onClick={() => onPick(null)}>{t('icon.remove')}</Button>}
    </div>
  );
}
