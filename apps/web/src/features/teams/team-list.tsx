import { ActionIcon, Button } from '@mantine/core';
import { EmptyState, Tooltip } from '@parvis/ui';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { isGuest } from '../../app/is-admin.ts';
import { ListPane } from '../../app/list-pane.tsx';
import { useWorkspace } from '../../sync/index.ts';
import { TeamSection, useCurrentChannelId, useListedChannels, useRovingList } from '../channels/index.ts';

/** The second pane of Teams: my teams with their channels. */
export function TeamList() {
  const { t } = useTranslation('teams');
  const { groups } = useListedChannels();
  const guest = useWorkspace((state) => isGuest(state.me));
  const current = useCurrentChannelId();
  const listed = groups.some(({ channels }) => channels.some(({ channel }) => channel.id === current));
  const { tabStop, ...keys } = useRovingList(listed ? current : groups[0]?.team.id);
  return (
    <ListPane
      title={t('list.title')}
      label={t('list.label')}
      action={!guest && (
        <Tooltip label={t('list.new')}>
          <ActionIcon size="lg" aria-label={t('list.new')} onClick={() => openDialog('newTeam')}><IconPlus size={20} stroke={1.7} aria-hidden /></ActionIcon>
        </Tooltip>
      )}
      empty={groups.length === 0 && (
        <EmptyState icon={<IconUsersGroup size={32} />} title={t('list.emptyTitle')} action={!guest && <Button onClick={() => openDialog('newTeam')}>{t('list.new')}</Button>}>
          {t(guest ? 'list.emptyGuest' : 'list.emptyText')}
        </EmptyState>
      )}
      {...keys}
    >
      {groups.map((group) => <TeamSection key={group.team.id} group={group} tabStop={tabStop} />)}
    </ListPane>
  );
}
