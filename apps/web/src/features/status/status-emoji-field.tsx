import { ActionIcon, Popover } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmojiGlyph } from './status-emoji.tsx';
import classes from './status-dialog.module.css';

const EmojiPicker = lazy(async () => ({ default: (await import('../emoji/emoji-picker.tsx')).EmojiPicker }));

export function StatusEmojiField({ value, onChange }: { value: string; onChange: (emoji: string) => void }) {
  const { t } = useTranslation('status');
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus shadow="md" radius="md">
      <Popover.Target>
        <ActionIcon size={42} variant="default" aria-label={value === '' ? t('emoji') : t('emojiIs', { emoji: value })} onClick={() => setOpened((before) => !before)}>
          {value === '' ? <IconMoodSmile size={22} aria-hidden /> : <span className={classes.glyph}><EmojiGlyph emoji={value} /></span>}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('emoji')}>
        <Suspense fallback={<div className={classes.loading} />}>
          <EmojiPicker onPick={(emoji) => { setOpened(false); onChange(emoji); }} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
