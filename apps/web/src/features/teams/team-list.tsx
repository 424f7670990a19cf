import { ActionIcon, Button } from '@mantine/core';
import { EmptyState, Tooltip } from '@parvis/ui';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { TeamSection, useCurrentChannelId, useListedChannels, useRovingList } from '../channels/index.ts';
import classes from './team-list.module.css';

/** The second pane of Teams: my teams with their channels. */
export function TeamList() {
  const { t } = useTranslation('teams');
  const { groups } = useListedChannels();
  const current = useCurrentChannelId();
  const listed = groups.some(({ channels }) => channels.some(({ channel }) => channel.id === current));
  const { tabStop, ...keys } = useRovingList(listed ? current : groups[0]?.team.id);
  return (
    <div className={classes.pane}>
      <header className={classes.head}>
        <h1 className={classes.heading}>{t('list.title')}</h1>
        <Tooltip label={t('list.new')}>
          <ActionIcon size="lg" aria-label={t('list.new')} onClick={() => openDialog('newTeam')}><IconPlus size={20} stroke={1.7} aria-hidden /></ActionIcon>
        </Tooltip>
      </header>
      {groups.length === 0 ? (
        <EmptyState icon={<IconUsersGroup size={32} />} title={t('list.emptyTitle')} action={<Button onClick={() => openDialog('newTeam')}>{t('list.new')}</Button>}>
          {t('list.emptyText')}
        </EmptyState>
      ) : (
        <nav className={classes.scroll} aria-label={t('list.label')} {...keys}>
          {groups.map((group) => <TeamSection key={group.team.id} group={group} tabStop={tabStop} />)}
        </nav>
      )}
    </div>
  );
}
