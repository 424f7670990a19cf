import { Button, Group } from '@mantine/core';
import { EmptyState, Notice, SkeletonRows } from '@parvis/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconVideoOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../app/use-error-text.ts';
import { isLinkGuest } from '../../../app/is-admin.ts';
import { api, useWorkspace } from '../../../sync/index.ts';
import { meetingQuery } from '../meeting-query.ts';
import classes from './join-flow.module.css';
import { PreJoin } from './pre-join.tsx';

/** While meetings are being prepared it is asked again this often, in milliseconds. */
const AGAIN = 3_000;

interface JoinFlowProps {
  meetingId: string;
  joining: boolean;
}

/** Before it: what it is, who is in it, how I come in; or why I can't. */
export function JoinFlow({ meetingId, joining }: JoinFlowProps) {
  const { t } = useTranslation('meetings');
  const errorText = useErrorText();
  const guest = useWorkspace((state) => isLinkGuest(state.me));
  const { data: meeting, error, refetch } = useQuery(meetingQuery(meetingId));
  const service = useQuery({
    queryKey: ['meeting-service'],
    queryFn: () => api.call('getMeetingService', {}),
    refetchInterval: ({ state }) => (state.data?.state === 'ready' ? false : AGAIN),
  });
  if (error) {
    return (
      <div className={classes.page}>
        <EmptyState
          icon={<IconVideoOff size={32} />}
          title={t('join.none')}
          action={(
            <Group justify="center">
              <Button variant="default" onClick={() => void refetch()}>{t('join.again')}</Button>
              {!guest && <Button component={Link} to="/meet">{t('join.toMeetings')}</Button>}
            </Group>
          )}
        >
          {errorText(error)}
        </EmptyState>
      </div>
    );
  }
  if (!meeting) return <div className={classes.page}><SkeletonRows rows={6} label={t('join.loading')} /></div>;
  // Whoever is coming in is told by the answer to that.
  if (meeting.endedAt !== null && !joining) {
    return (
      <div className={classes.page}>
        <EmptyState icon={<IconVideoOff size={32} />} title={t(meeting.kind === 'call' ? 'left.call.ended' : 'left.ended')} action={<Button component={Link} to={`/meet/${meetingId}/report`}>{t('card.report')}</Button>}/>
      </div>
    );
  }
  const state = service.data?.state ?? 'ready';
  return (
    <div className={classes.page}>
      <PreJoin meeting={meeting} joining={joining} ready={state === 'ready'}>
        {state !== 'ready' && <Notice tone={state === 'preparing' ? 'info' : 'error'}>{t(`service.${state}`)}</Notice>}
      </PreJoin>
    </div>
  );
}
