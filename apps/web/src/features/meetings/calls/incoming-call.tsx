import { UnstyledButton } from '@mantine/core';
import type { Call } from '@parvis/contracts';
import { Avatar } from '@parvis/ui';
import { IconPhone, IconPhoneOff, IconVideo, type Icon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useUser, useWorkspace } from '../../../sync/index.ts';
import { conversationTitle } from '../../channels/index.ts';
import { avatarUrl } from '../../users/index.ts';
import { intendToJoin } from '../join-intent.ts';
import classes from './incoming-call.module.css';
import { useRingTone } from './use-ring-tone.ts';

/** A field that holds something; an empty one has the focus for no reason. */
function isBeingWritten(element: Element | null): boolean {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.value !== '';
  return element instanceof HTMLElement && element.isContentEditable && element.textContent.trim() !== '';
}

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
  const frame = useRef<HTMLDivElement>(null);
  const accept = useRef<HTMLButtonElement>(null);
  useRingTone(call, !answered);
  useEffect(() => {
    const before = document.activeElement;
    // The key that ends a sentence must not open the microphone.
    (isBeingWritten(before) ? frame : accept).current?.focus();
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
    <div ref={frame} tabIndex={-1} className={classes.call} role="alertdialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`} onKeyDown={(event) => { if (event.key === 'Escape') decline(); }}>
      <span className={classes.face}><Avatar id={call.callerId} name={call.callerName} src={caller && avatarUrl(caller)} size={52} /></span>
      <div className={classes.text}>
        <h2 id={`${id}-title`} className={classes.name}>{call.callerName}</h2>
        <p id={`${id}-text`} className={classes.what}>{group === null ? t('call.incoming') : t('call.incomingGroup', { group })}</p>
      </div>
      <div className={classes.actions}>
        <CallButton tone="decline" icon={IconPhoneOff} label={t('call.decline')} text={t('call.decline')} onClick={decline} />
        <CallButton ref={accept} tone="accept" icon={IconPhone} label={t('call.acceptAudio')} text={t('call.audio')} onClick={() => answer(false)} />
        <CallButton tone="accept" icon={IconVideo} label={t('call.acceptVideo')} text={t('call.video')} onClick={() => answer(true)} />
      </div>
    </div>
  );
}

interface CallButtonProps {
  tone: 'accept' | 'decline';
  icon: Icon;
  label: string;
  /** Written below the icon: there is no time to hover. */
  text: string;
  ref?: Ref<HTMLButtonElement>;
  onClick: () => void;
}

function CallButton({ tone, icon: ButtonIcon, label, text, ref, onClick }: CallButtonProps) {
  return (
    <UnstyledButton ref={ref} className={classes.button} data-tone={tone} aria-label={label} onClick={onClick}>
      <ButtonIcon size={22} aria-hidden />
      <span aria-hidden>{text}</span>
    </UnstyledButton>
  );
}
