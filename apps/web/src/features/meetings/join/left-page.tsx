import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconDoorExit, IconPhone, IconPhoneX, IconUserX, IconVideoOff } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../../app/use-page-title.ts';
import { isLinkGuest } from '../../../app/is-admin.ts';
import { useWorkspace } from '../../../sync/index.ts';
import { useMeetingEngine, useMeetingView } from '../engine/index.ts';
import { meetingQuery } from '../meeting-query.ts';
import { useStartMeeting } from '../use-start-meeting.ts';
import classes from './after.module.css';
import { isCallInVain } from './call-in-vain.ts';
import { takeFocus } from './take-focus.ts';

/** What became of it, and where to go from here. */
export function LeftPage({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation(['meetings', 'errors']);
  const engine = useMeetingEngine();
  const navigate = useNavigate();
  const start = useStartMeeting();
  const left = useMeetingView((view) => view.leftBecause) ?? 'left';
  const problem = useMeetingView((view) => view.problem);
  const followed = useMeetingView((view) => view.meeting);
  const userId = useWorkspace((state) => state.me.id);
  // One that was over before I was in it is known by its own answer only.
  const { data } = useQuery(meetingQuery(meetingId));
  const meeting = followed ?? data;
  const channelId = meeting?.channelId;
  const because = followed === null && isCallInVain(left, meeting, userId) ? 'unanswered' : left;
  const guest = useWorkspace((state) => isLinkGuest(state.me));
  const conversation = useWorkspace((state) => channelId !== undefined && state.channels[channelId] !== undefined);
  const isCall = meeting?.kind === 'call';
  const title = isCall && (because === 'left' || because === 'ended') ? t(`left.call.${because}`) : t(`left.${because}`);
  usePageTitle(title);
  // Of a call there may be nobody left.
  const mayReturn = (because === 'left' && !isCall) || because === 'failed';
  const Icon = because === 'removed' || because === 'revoked' || because === 'refused' ? IconUserX : because === 'left' ? IconDoorExit : because === 'unanswered' ? IconPhoneX : IconVideoOff;
  const toConversation = () => {
    engine.dismiss();
    if (channelId !== undefined) void navigate({ to: '/c/$channelId', params: { channelId } });
  };
  return (
    <div className={classes.page}>
      <span className={classes.icon} aria-hidden><Icon size={32} /></span>
      <h1 ref={takeFocus} tabIndex={-1} className={classes.title}>{title}</h1>
      {because === 'failed' && problem !== null && <p className={classes.text}>{t(problem, { ns: 'errors' })}</p>}
      {guest && !mayReturn && <p className={classes.text}>{t('left.close')}</p>}
      <div className={classes.actions}>
        {because === 'unanswered' && channelId !== undefined && <Button leftSection={<IconPhone size={18} aria-hidden />} onClick={() => start.call(channelId, false)}>{t('card.callAgain')}</Button>}
        {mayReturn && <Button onClick={() => engine.dismiss()}>{t('left.again')}</Button>}
        {conversation && <Button variant="default" onClick={toConversation}>{t('left.conversation')}</Button>}
        {because !== 'refused' && because !== 'unanswered' && !guest && <Button component={Link} to={`/meet/${meetingId}/report`} variant="default">{t('card.report')}</Button>}
      </div>
    </div>
  );
}
