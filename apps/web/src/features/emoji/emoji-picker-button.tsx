import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconMoodSmile } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmojiPickerPopover } from './emoji-picker-popover.tsx';
import { useEmojiText } from './use-custom-emoji.ts';

interface EmojiPickerButtonProps {
  /** Gets the emoji as it is written in a text. */
  onPick: (text: string) => void;
  disabled?: boolean;
}

/** Opens the emoji picker; picking closes it. */
export function EmojiPickerButton({ onPick, disabled = false }: EmojiPickerButtonProps) {
  const { t } = useTranslation('composer');
  const [opened, setOpened] = useState(false);
  const textOf = useEmojiText();
  return (
    <EmojiPickerPopover label={t('emoji')} opened={opened} onChange={setOpened} onPick={(emoji) => onPick(textOf(emoji))}>
      <Tooltip label={t('emoji')} disabled={opened}>
        <ActionIcon aria-label={t('emoji')} aria-haspopup="dialog" aria-expanded={opened} disabled={disabled} size={34} onClick={() => setOpened((before) => !before)}>
          <IconMoodSmile size={20} />
        </ActionIcon>
      </Tooltip>
    </EmojiPickerPopover>
  );
}
