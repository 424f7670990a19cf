import { Button } from '@mantine/core';
import { EmptyState } from '@parvis/ui';
import { IconUsersGroup } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { isGuest } from '../../app/is-admin.ts';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { usePageTitle } from '../../app/use-page-title.ts';
import { useWorkspace } from '../../sync/index.ts';
import { useListedChannels } from '../channels/index.ts';
import classes from './teams-page.module.css';

/** All my teams as cards, each leading to its page; on a phone the list is the page. */
export function TeamsPage() {
  const { t } = useTranslation('teams');
  usePageTitle(t('list.title'));
  const guest = useWorkspace((state) => isGuest(state.me));
  // Of the teams that I know by some channels only there is no page.
  const groups = useListedChannels().groups.filter(({ role }) => role !== null);
  const isPhone = useIsPhone();
  if (isPhone) return null;
  if (groups.length === 0) {
    return (
      <EmptyState icon={<IconUsersGroup size={32} />} title={t('list.emptyTitle')} action={!guest && <Button onClick={() => openDialog('newTeam')}>{t('list.new')}</Button>}>
        {t(guest ? 'list.emptyGuest' : 'list.emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h2 className={classes.title}>{t('page.title')}</h2>
        <Button variant="default" onClick={() => openDialog('newTeam')}>{t('list.new')}</Button>
      </header>
      <ul className={classes.cards}>
        {groups.map(({ team, channels }) => (
          <li key={team.id}>
            <Link to="/browse/$teamId" params={{ teamId: team.id }} className={classes.card}>
              <span className={classes.mark} aria-hidden>{team.name.slice(0, 2).toLocaleUpperCase()}</span>
              <span className={classes.name}>{team.name}</span>
              <span className={classes.text}>{team.description || t('page.noDescription')}</span>
              <span className={classes.count}>{t('page.channels', { count: channels.length })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
