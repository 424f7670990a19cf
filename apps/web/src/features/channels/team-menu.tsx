import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconHash, IconListSearch, IconSettings, IconUsers } from '@tabler/icons-react';
import type { Team } from '@parvis/contracts';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './conversation-list.module.css';
import type { TeamTab } from './team-tab.ts';

const NewChannelDialog = lazy(async () => ({ default: (await import('./new-channel-dialog.tsx')).NewChannelDialog }));

export function TeamMenu({ team }: { team: Team }) {
  const { t } = useTranslation('channels');
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const show = (tab: TeamTab) => void navigate({ to: '/browse/$teamId', params: { teamId: team.id }, search: tab === 'channels' ? {} : { tab } });
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon className={classes.action} aria-label={t('team.menu', { team: team.name })}><IconDots size={18} stroke={1.7} aria-hidden /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconListSearch size={18} aria-hidden />} onClick={() => show('channels')}>{t('team.browse')}</Menu.Item>
          <Menu.Item leftSection={<IconHash size={18} aria-hidden />} onClick={() => setCreating(true)}>{t('team.newChannel')}</Menu.Item>
          <Menu.Item leftSection={<IconUsers size={18} aria-hidden />} onClick={() => show('members')}>{t('team.members')}</Menu.Item>
          <Menu.Item leftSection={<IconSettings size={18} aria-hidden />} onClick={() => show('settings')}>{t('team.settings')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {creating && (
        <Suspense fallback={null}>
          <NewChannelDialog teamId={team.id} onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </>
  );
}
