import type { Participant } from '@parvis/contracts';
import { useMeetingView } from '../engine/index.ts';

export interface Person {
  readonly participant: Participant | undefined;
  readonly isMe: boolean;
  readonly muted: boolean;
  /** Their media doesn't reach the server now. */
  readonly away: boolean;
  /** Of the worst of their tracks, 0 to 10; null: none, or not known yet. */
  readonly score: number | null;
}

/** One of those who are in the meeting, as others see them. */
export function usePerson(participantId: string): Person {
  const participant = useMeetingView((view) => view.participants.find(({ id }) => id === participantId));
  const isMe = useMeetingView((view) => view.me?.id === participantId);
  const muted = useMeetingView((view) => (view.me?.id === participantId ? view.local.microphone.state !== 'on' : (view.media[participantId]?.microphone?.paused ?? true)));
  const away = useMeetingView((view) => view.disconnected.includes(participantId));
  const score = useMeetingView((view) => {
    const scores = Object.values(view.media[participantId] ?? {}).flatMap((track) => (track.paused || track.track === null || track.score === null ? [] : [track.score]));
    return scores.length === 0 ? null : Math.min(...scores);
  });
  return { participant, isMe, muted, away, score };
}
