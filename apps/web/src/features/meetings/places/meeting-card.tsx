import { Button } from '@mantine/core';
import type { MessageMeeting } from '@parvis/contracts';
import { Avatar } from '@parvis/ui';
import { IconPhone, IconPhoneX, IconVideo } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useUsers, useWorkspace } from '../../../sync/index.ts';
import { avatarUrl } from '../../users/index.ts';
import { useLive } from '../live.ts';
import type { MeetingMessageData } from '../meeting-message.tsx';
import { useDuration } from '../use-duration.ts';
import { useMeetingTitle } from '../use-meeting-title.ts';
import { useStartMeeting } from '../use-start-meeting.ts';
import { useUnanswered } from '../use-unanswered.ts';
import classes from './meeting-card.module.css';

/** Running: who is in it, and the way in. Ended: how long it was, and its report. */
export function MeetingCard({ message }: { message: MeetingMessageData }) {
  const { t } = useTranslation('meetings');
  const start = useStartMeeting();
  const meId = useWorkspace((state) => state.me.id);
  const running = useWorkspace((state) => {
    const meeting = state.channels[message.channelId]?.meeting;
    return meeting?.id === message.meeting.id ? meeting : undefined;
  });
  const { meeting } = message;
  const here = useLive((state) => state.meetingId === meeting.id);
  /** Read beside the meeting itself. */
  const beside = useParams({ strict: false, select: (params) => params.meetingId === meeting.id });
  const title = useMeetingTitle({ ...meeting, channelId: message.channelId });
  const isMine = message.authorId === meId;
  const isRunning = meeting.outcome === 'running';
  const unanswered = useUnanswered(meeting.outcome, message.authorId);
  const Icon = unanswered ? IconPhoneX : meeting.kind === 'call' ? IconPhone : IconVideo;
  return (
    <section className={classes.card} data-outcome={meeting.outcome} data-mine={isMine || undefined} aria-label={title}>
      <span className={classes.icon} aria-hidden><Icon size={22} stroke={1.8} /></span>
      <div className={classes.text}>
        <h3 className={classes.title}>{unanswered ?? (meeting.kind === 'call' ? t('card.call') : title)}</h3>
        {isRunning ? <Running participantCount={running?.participantCount ?? meeting.participantCount} userIds={running?.userIds ?? []} /> : <Ended meeting={meeting} />}
      </div>
      <div className={classes.actions}>
        {isRunning && !beside && <Button {...(here ? { variant: 'light' } : { color: 'accent.7' })} size="sm" onClick={() => start.join(meeting.id)}>{t(here ? 'card.back' : 'card.join')}</Button>}
        {unanswered && <Button variant="default" size="sm" leftSection={<IconPhone size={16} aria-hidden />} onClick={() => start.call(message.channelId, false)}>{t(isMine ? 'card.callAgain' : 'card.callBack')}</Button>}
        {meeting.outcome === 'ended' && <Button component={Link} to={`/meet/${meeting.id}/report`} variant="default" size="sm">{t('card.report')}</Button>}
      </div>
    </section>
  );
}

function Running({ participantCount, userIds }: { participantCount: number; userIds: readonly string[] }) {
  const { t } = useTranslation('meetings');
  const users = useUsers(userIds);
  return (
    <p className={classes.line}>
      {userIds.length > 0 && (
        <span className={classes.faces}>
          {userIds.map((id, index) => <Avatar key={id} id={id} name={users[index]?.name ?? ''} src={users[index] && avatarUrl(users[index])} size={22} />)}
        </span>
      )}
      {t('card.inIt', { count: participantCount })}
    </p>
  );
}

function Ended({ meeting }: { meeting: MessageMeeting }) {
  const { t } = useTranslation('meetings');
  const duration = useDuration();
  if (meeting.endedAt === null || meeting.outcome !== 'ended') return null;
  const lasted = duration(Date.parse(meeting.endedAt) - Date.parse(meeting.startedAt));
  return <p className={classes.line}>{t('card.ended', { duration: lasted })} · {t('card.were', { count: meeting.participantCount })}</p>;
}
