import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChannelEntry } from '../../sync/index.ts';
import { useChannelRights } from '../channels/index.ts';
import { useDetailsOpen } from './details-open.ts';

/** What a new channel needs first: people. The details have the means to add them. */
export function InviteButton({ entry }: { entry: ChannelEntry }) {
  const { t } = useTranslation('messages');
  const { addMember } = useChannelRights(entry);
  const { open, openToAdd } = useDetailsOpen();
  if (!addMember || open) return null;
  return (
    <Button variant="light" size="sm" leftSection={<IconUserPlus size={17} aria-hidden />} onClick={() => openToAdd(entry.channel.id)}>
      {t('beginning.addPeople')}
    </Button>
  );
}
