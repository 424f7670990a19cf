import { ActionIcon, Popover } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconMoodSmile } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './emoji-picker.module.css';

const EmojiPicker = lazy(() => import('./emoji-picker.tsx').then((module) => ({ default: module.EmojiPicker })));

interface EmojiPickerButtonProps {
  onPick: (emoji: string) => void;
  disabled?: boolean;
}

/** Opens the emoji picker; picking closes it. */
export function EmojiPickerButton({ onPick, disabled = false }: EmojiPickerButtonProps) {
  const { t } = useTranslation('composer');
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="top-end" trapFocus returnFocus withinPortal shadow="md" radius="md">
      <Popover.Target>
        <Tooltip label={t('emoji')} disabled={opened}>
          <ActionIcon aria-label={t('emoji')} disabled={disabled} size={34} onClick={() => setOpened((before) => !before)}>
            <IconMoodSmile size={20} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('emoji')}>
        <Suspense fallback={<div className={classes.placeholder} />}>
          <EmojiPicker
            onPick={(emoji) => {
              setOpened(false);
              onPick(emoji);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
