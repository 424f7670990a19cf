import { Tabs } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { NotFound } from '../../app/route-error.tsx';
import { ListBackButton } from '../../app/shell/index.ts';
import { usePageTitle } from '../../app/use-page-title.ts';
import { useWorkspace } from '../../sync/index.ts';
import { TeamMembers, TeamSettings } from '../teams/index.ts';
import { ChannelBrowser } from './channel-browser.tsx';
import classes from './channel-browser.module.css';
import { TEAM_TABS, teamTab } from './team-tab.ts';

/** `/browse/:teamId`: a team's channels, its members and its settings. */
export function ChannelBrowserPage() {
  const { t } = useTranslation('channels');
  const navigate = useNavigate();
  const teamId = useParams({ strict: false, select: (params) => params.teamId }) ?? '';
  const { tab = 'channels' } = useSearch({ strict: false, select: (search) => teamTab(search) });
  const entry = useWorkspace((state) => state.teams[teamId]);
  usePageTitle(entry?.team.name ?? '');
  if (!entry) return <NotFound />;
  const show = (value: string | null) => void navigate({ to: '/browse/$teamId', params: { teamId }, search: teamTab({ tab: value === 'channels' ? null : value }), replace: true });
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <ListBackButton to="/teams" />
        <div className={classes.names}>
          <h1 className={classes.title}>{entry.team.name}</h1>
          {entry.team.description && <p className={classes.text}>{entry.team.description}</p>}
        </div>
      </header>
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <Tabs.List>
          {TEAM_TABS.map((name) => <Tabs.Tab key={name} value={name} className={classes.tab}>{t(`team.tab.${name}`)}</Tabs.Tab>)}
        </Tabs.List>
        <Tabs.Panel value="channels" className={classes.panel}><ChannelBrowser key={teamId} team={entry.team} /></Tabs.Panel>
        <Tabs.Panel value="members" className={classes.panel}><TeamMembers key={teamId} entry={entry} /></Tabs.Panel>
        <Tabs.Panel value="settings" className={classes.panel}><TeamSettings key={teamId} entry={entry} /></Tabs.Panel>
      </Tabs>
    </div>
  );
}
