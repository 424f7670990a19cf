import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconMoodPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmojiPickerPopover } from '../emoji/index.ts';

interface AddReactionButtonProps {
  size: number;
  tabIndex?: number;
  className?: string | undefined;
  onPick: (emoji: string) => void;
  /** The picker opens or closes. */
  onOpenChange?: (opened: boolean) => void;
}

/** Opens the picker to react with any emoji. */
export function AddReactionButton({ size, tabIndex, className, onPick, onOpenChange }: AddReactionButtonProps) {
  const { t } = useTranslation('reactions');
  const [opened, setOpened] = useState(false);
  const change = (now: boolean): void => {
    setOpened(now);
    onOpenChange?.(now);
  };
  return (
    <EmojiPickerPopover label={t('add')} opened={opened} onChange={change} onPick={onPick}>
      <Tooltip label={t('add')} disabled={opened}>
        <ActionIcon className={className} size={size} tabIndex={tabIndex} aria-label={t('add')} aria-expanded={opened} onClick={() => change(!opened)}>
          <IconMoodPlus size={18} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </EmojiPickerPopover>
  );
}
