import { ActionIcon } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconChartBar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';

/** Asks a question instead of writing one; also by `/poll`. */
export function PollButton({ channelId, threadId }: { channelId: string; threadId: string | null }) {
  const { t } = useTranslation('polls');
  return (
    <Tooltip label={t('new')}>
      <ActionIcon size={34} aria-label={t('new')} onClick={() => openDialog('poll', { channelId, ...(threadId !== null && { threadId }) })}>
        <IconChartBar size={20} />
      </ActionIcon>
    </Tooltip>
  );
}
