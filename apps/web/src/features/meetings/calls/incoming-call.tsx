import { ActionIcon } from '@mantine/core';
import type { Call } from '@parvis/contracts';
import { Avatar } from '@parvis/ui';
import { IconPhone, IconPhoneOff, IconVideo } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useUser, useWorkspace } from '../../../sync/index.ts';
import { conversationTitle } from '../../channels/index.ts';
import { avatarUrl } from '../../users/index.ts';
import { intendToJoin } from '../join-intent.ts';
import classes from './incoming-call.module.css';
import { useRingTone } from './use-ring-tone.ts';

/** Somebody calls: on every device, until one of them answers. */
export function IncomingCall({ call }: { call: Call }) {
  const { t, i18n } = useTranslation('meetings');
  const id = useId();
  const navigate = useNavigate();
  const caller = useUser(call.callerId);
  const group = useWorkspace((state) => {
    const channel = state.channels[call.channelId]?.channel;
    return channel && channel.kind !== 'direct' ? conversationTitle(channel, state.me.id, (userId) => state.users[userId]?.name, i18n.language) : null;
  });
  const [answered, setAnswered] = useState(false);
  const accept = useRef<HTMLButtonElement>(null);
  useRingTone(call, !answered);
  useEffect(() => {
    const before = document.activeElement;
    accept.current?.focus();
    return () => { if (before instanceof HTMLElement && before.isConnected) before.focus(); };
  }, []);
  const answer = (camera: boolean) => {
    setAnswered(true);
    intendToJoin({ meetingId: call.meetingId, microphone: true, camera });
    void navigate({ to: '/meet/$meetingId', params: { meetingId: call.meetingId } });
  };
  const decline = () => {
    setAnswered(true);
    // When it doesn't arrive, the call ends by itself; it is silent here at once.
    api.call('declineCall', { params: { id: call.meetingId } }).catch(() => undefined);
  };
  if (answered) return null;
  return (
    <div className={classes.call} role="alertdialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} onKeyDown={(event) => { if (event.key === 'Escape') decline(); }}>
      <span className={classes.face}><Avatar id={call.callerId} name={call.callerName} src={caller && avatarUrl(caller)} size={52} /></span>
      <div className={classes.text}>
        <h2 id={`${id}-title`} className={classes.name}>{call.callerName}</h2>
        <p id={`${id}-text`} className={classes.what}>{group === null ? t('call.incoming') : t('call.incomingGroup', { group })}</p>
      </div>
      <div className={classes.actions}>
        <ActionIcon className={classes.decline} size={48} radius="xl" variant="filled" color="red" aria-label={t('call.decline')} data-tooltip={t('call.decline')} onClick={decline}><IconPhoneOff size={23} aria-hidden /></ActionIcon>
        <ActionIcon ref={accept} className={classes.accept} size={48} radius="xl" variant="filled" aria-label={t('call.acceptAudio')} data-tooltip={t('call.acceptAudio')} onClick={() => answer(false)}><IconPhone size={23} aria-hidden /></ActionIcon>
        <ActionIcon className={classes.accept} size={48} radius="xl" variant="filled" aria-label={t('call.acceptVideo')} data-tooltip={t('call.acceptVideo')} onClick={() => answer(true)}><IconVideo size={23} aria-hidden /></ActionIcon>
      </div>
    </div>
  );
}
