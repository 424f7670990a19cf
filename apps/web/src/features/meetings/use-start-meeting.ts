import { useToasts } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useErrorText } from '../../app/use-error-text.ts';
import { api } from '../../sync/index.ts';
import { intendToJoin } from './join-intent.ts';

export interface StartMeeting {
  /** To the page where one sees oneself before joining. */
  meet: (channelId: string) => void;
  /** Rings the others; I am in it at once. */
  call: (channelId: string, camera: boolean) => void;
  join: (meetingId: string) => void;
}

/** Begins a meeting in a conversation, or goes to the one that runs there. A double press begins one. */
export function useStartMeeting(): StartMeeting {
  const navigate = useNavigate();
  const toasts = useToasts();
  const errorText = useErrorText();
  const starting = useRef(false);
  const join = (meetingId: string) => void navigate({ to: '/meet/$meetingId', params: { meetingId } });
  const start = (channelId: string, ring: boolean, then: (meetingId: string) => void) => {
    if (starting.current) return;
    starting.current = true;
    api.call('startMeeting', { params: { id: channelId }, body: { ring } })
      .then(({ id }) => then(id), (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }))
      .finally(() => { starting.current = false; });
  };
  return {
    join,
    meet: (channelId) => start(channelId, false, join),
    call: (channelId, camera) => start(channelId, true, (meetingId) => {
      intendToJoin({ meetingId, microphone: true, camera });
      join(meetingId);
    }),
  };
}
