import { ActionIcon } from '@mantine/core';
import { ActionMenu } from '@parvis/ui';
import { IconDots, IconHash, IconListSearch, IconSettings, IconUsers } from '@tabler/icons-react';
import type { TeamGroup } from './order-conversations.ts';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyWithQuery } from '../../app/load-screen.ts';
import classes from './conversation-list.module.css';
import type { TeamTab } from './team-tab.ts';

const NewChannelDialog = lazyWithQuery(async () => (await import('./new-channel-dialog.tsx')).NewChannelDialog);

export function TeamMenu({ team }: { team: TeamGroup['team'] }) {
  const { t } = useTranslation('channels');
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const show = (tab: TeamTab) => void navigate({ to: '/browse/$teamId', params: { teamId: team.id }, search: tab === 'channels' ? {} : { tab } });
  const actions = [
    { label: t('team.browse'), icon: <IconListSearch size={18} />, onSelect: () => show('channels') },
    { label: t('team.newChannel'), icon: <IconHash size={18} />, onSelect: () => setCreating(true) },
    { label: t('team.members'), icon: <IconUsers size={18} />, onSelect: () => show('members') },
    { label: t('team.settings'), icon: <IconSettings size={18} />, onSelect: () => show('settings') },
  ];
  return (
    <>
      <ActionMenu label={t('team.menu', { team: team.name })} actions={actions}>
        {(props) => (
          <ActionIcon {...props} className={classes.action} aria-label={t('team.menu', { team: team.name })}><IconDots size={18} stroke={1.7} aria-hidden /></ActionIcon>
        )}
      </ActionMenu>
      {creating && (
        <Suspense fallback={null}>
          <NewChannelDialog teamId={team.id} onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </>
  );
}
