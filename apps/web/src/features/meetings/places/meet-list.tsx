import { Button } from '@mantine/core';
import type { Meeting } from '@parvis/contracts';
import { EmptyState, SkeletonRows } from '@parvis/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconPhone, IconPhoneX, IconVideo } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../../app/dialogs.tsx';
import { isGuest } from '../../../app/is-admin.ts';
import { ListPane } from '../../../app/list-pane.tsx';
import { useFormat } from '../../../i18n/index.ts';
import { api, useWorkspace } from '../../../sync/index.ts';
import { useConversationTitle } from '../../channels/index.ts';
import { useDuration } from '../use-duration.ts';
import { useMeetingTitle } from '../use-meeting-title.ts';
import { useUnanswered } from '../use-unanswered.ts';
import classes from './meet-list.module.css';
import { useRunningMeetings, type RunningMeeting } from './use-running.ts';

/** The second pane of Meet: what runs in my conversations, and what was. */
export function MeetList() {
  const { t } = useTranslation('meetings');
  const guest = useWorkspace((state) => isGuest(state.me));
  const running = useRunningMeetings();
  return (
    <ListPane
      title={t('meet.title')}
      label={t('meet.label')}
    >
      {!guest && <Button className={classes.start} leftSection={<IconVideo size={18} aria-hidden />} onClick={() => openDialog('newMeeting')}>{t('meet.start')}</Button>}
      {running.length > 0 && (
        <section aria-label={t('meet.running')}>
          <h2 className={classes.heading}>{t('meet.running')}</h2>
          <ul className={classes.list}>{running.map((item) => <RunningRow key={item.meeting.id} {...item} />)}</ul>
        </section>
      )}
      <Recent runningIds={running.map(({ meeting }) => meeting.id).join(' ')} />
    </ListPane>
  );
}

function RecentRow({ meeting }: { meeting: Meeting }) {
  const format = useFormat();
  const duration = useDuration();
  const title = useMeetingTitle(meeting);
  const { id, kind, startedAt, endedAt } = meeting;
  const unanswered = useUnanswered(meeting.outcome, meeting.createdBy);
  const Icon = unanswered ? IconPhoneX : kind === 'call' ? IconPhone : IconVideo;
  return (
    <li>
      <Link to="/meet/$meetingId/report" params={{ meetingId: id }} className={classes.row} activeProps={{ 'aria-current': 'page' }}>
        <span className={classes.icon} aria-hidden><Icon size={18} /></span>
        <span className={classes.text}>
          <span className={classes.title}>{title}</span>
          {unanswered && <span className={classes.detail}>{unanswered}</span>}
          <span className={classes.detail}>{format.dateTime(startedAt)}{!unanswered && endedAt !== null && ` · ${duration(Date.parse(endedAt) - Date.parse(startedAt))}`}</span>
        </span>
      </Link>
    </li>
  );
}

function RunningRow({ channel, meeting }: RunningMeeting) {
  const { t } = useTranslation('meetings');
  const place = useConversationTitle(channel);
  return (
    <li>
      <Link to="/meet/$meetingId" params={{ meetingId: meeting.id }} className={classes.row} data-running>
        <span className={classes.icon} aria-hidden>{meeting.kind === 'call' ? <IconPhone size={18} /> : <IconVideo size={18} />}</span>
        <span className={classes.text}>
          <span className={classes.title}>{meeting.title || place}</span>
          <span className={classes.detail}>{[meeting.title !== '' && place !== meeting.title && place, t('card.inIt', { count: meeting.participantCount })].filter(Boolean).join(' · ')}</span>
        </span>
      </Link>
    </li>
  );
}

function Recent({ runningIds }: { runningIds: string }) {
  const { t } = useTranslation('meetings');
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['meetings', 'ended'],
    queryFn: ({ pageParam }) => api.call('listMeetings', { query: { state: 'ended', limit: 30, ...(pageParam !== null && { cursor: pageParam }) } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  // One that ran is among these from the moment that it ends.
  useEffect(() => void refetch(), [runningIds, refetch]);
  const meetings = data?.pages.flatMap((page) => page.meetings) ?? [];
  if (error) return <div className={classes.none}><p>{t('meet.failed')}</p><Button size="xs" variant="default" onClick={() => void refetch()}>{t('join.again')}</Button></div>;
  if (!data) return <SkeletonRows rows={5} label={t('join.loading')} />;
  if (meetings.length === 0) return runningIds === '' ? <EmptyState icon={<IconVideo size={32} />} title={t('meet.emptyTitle')}>{t('meet.emptyText')}</EmptyState> : null;
  return (
    <section aria-label={t('meet.recent')}>
      <h2 className={classes.heading}>{t('meet.recent')}</h2>
      <ul className={classes.list}>
        {meetings.map((meeting) => <RecentRow key={meeting.id} meeting={meeting} />)}
      </ul>
      {hasNextPage && <Button className={classes.more} size="xs" variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('meet.more')}</Button>}
    </section>
  );
}
