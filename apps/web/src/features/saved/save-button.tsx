import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconBookmark, IconBookmarkFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSavedItem } from '../../sync/index.ts';
import { useToggleSaved } from './use-toggle-saved.ts';

interface SaveButtonProps {
  message: { id: string; channelId: string };
  size: number;
  tabIndex?: number;
}

/** In a message's toolbar: keeps it for later, or no more. */
export function SaveButton({ message, size, tabIndex = -1 }: SaveButtonProps) {
  const { t } = useTranslation('saved');
  const item = useSavedItem(message.id);
  const toggle = useToggleSaved();
  const label = t(item === undefined ? 'save' : 'unsave');
  const Icon = item === undefined ? IconBookmark : IconBookmarkFilled;
  return (
    <Tooltip label={label}>
      <ActionIcon size={size} tabIndex={tabIndex} aria-label={label} onClick={() => toggle(message, item)}><Icon size={18} stroke={1.7} /></ActionIcon>
    </Tooltip>
  );
}
