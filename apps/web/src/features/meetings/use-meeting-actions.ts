import type { MediaSource, Meeting, MeetingRole } from '@parvis/contracts';
import { useToasts } from '@parvis/ui';
import { useMemo } from 'react';
import { useErrorText } from '../../app/use-error-text.ts';
import { api } from '../../sync/index.ts';
import { useMeetingView } from './engine/index.ts';

export type MeetingChange = Partial<Pick<Meeting, 'title' | 'locked' | 'lobby' | 'spotlightId'>> & { allow?: Partial<Meeting['allow']> };

/** What people do to each other in the meeting that this tab is in. What fails is told; what works shows by its event. */
export function useMeetingActions() {
  const id = useMeetingView((view) => view.meetingId) ?? '';
  const toasts = useToasts();
  const errorText = useErrorText();
  return useMemo(() => {
    const told = (done: Promise<unknown>) => void done.catch((error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }));
    const person = (participantId: string) => ({ params: { id, participantId } });
    const all = { params: { id } };
    return {
      update: (body: MeetingChange) => told(api.call('updateMeeting', { ...all, body })),
      admit: (participantId: string) => told(api.call('admitParticipant', person(participantId))),
      admitAll: () => told(api.call('admitAll', all)),
      remove: (participantId: string) => told(api.call('removeParticipant', person(participantId))),
      mute: (participantId: string, source: MediaSource) => told(api.call('muteParticipant', { ...person(participantId), body: { sources: [source] } })),
      muteAll: () => told(api.call('muteAll', all)),
      raiseHand: (participantId: string, handRaised: boolean) => told(api.call('updateParticipant', { ...person(participantId), body: { handRaised } })),
      setRole: (participantId: string, role: MeetingRole) => told(api.call('updateParticipant', { ...person(participantId), body: { role } })),
      ring: (userIds: string[]) => told(api.call('ringPeople', { ...all, body: { userIds } })),
      end: () => told(api.call('endMeeting', all)),
      startRecording: () => told(api.call('startRecording', all)),
      stopRecording: () => told(api.call('stopRecording', all)),
      revokeLinks: () => told(api.call('revokeMeetingLinks', all)),
    };
  }, [id, toasts, errorText]);
}
export type MeetingActions = ReturnType<typeof useMeetingActions>;
