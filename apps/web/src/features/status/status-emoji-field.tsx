import { ActionIcon } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmojiGlyph, EmojiPickerPopover, useEmojiText } from '../emoji/index.ts';
import classes from './status-dialog.module.css';

export function StatusEmojiField({ value, onChange }: { value: string; onChange: (emoji: string) => void }) {
  const { t } = useTranslation('status');
  const emojiText = useEmojiText();
  const [opened, setOpened] = useState(false);
  return (
    <EmojiPickerPopover label={t('emoji')} opened={opened} onChange={setOpened} onPick={onChange}>
      <ActionIcon size={42} variant="default" aria-label={value === '' ? t('emoji') : t('emojiIs', { emoji: emojiText(value) })} onClick={() => setOpened((before) => !before)}>
        {value === '' ? <IconMoodSmile size={22} aria-hidden /> : <span className={classes.glyph}><EmojiGlyph emoji={value} /></span>}
      </ActionIcon>
    </EmojiPickerPopover>
  );
}
