import { useMemo } from 'react';
import { useMeetingView } from '../engine/index.ts';
import { arrange, type Arrangement } from './arrange.ts';
import { useStageChoice } from './stage-choice.ts';
import { useSteadySpeaker } from './use-steady-speaker.ts';

/** Who shares a screen now, in the order that they began. */
export function useSharing(): readonly string[] {
  const key = useMeetingView((view) => view.sharing.filter((id) => view.participants.some((participant) => participant.id === id)).join(' '));
  return useMemo(() => (key === '' ? [] : key.split(' ')), [key]);
}

/** What the stage shows now. */
export function useArrangement(): Arrangement {
  const { layout, pinnedId, shareOf } = useStageChoice();
  const people = useMeetingView((view) => view.participants.filter(({ state }) => state === 'joined').map(({ id }) => id).join(' '));
  const meId = useMeetingView((view) => view.me?.id ?? null);
  const spotlightId = useMeetingView((view) => view.meeting?.spotlightId ?? null);
  const sharing = useSharing();
  const speakerId = useSteadySpeaker();
  return useMemo(
    () => arrange({ participantIds: people === '' ? [] : people.split(' '), meId, sharing, shareOf, pinnedId, spotlightId, speakerId, layout }),
    [people, meId, sharing, shareOf, pinnedId, spotlightId, speakerId, layout],
  );
}
