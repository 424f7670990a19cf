import { useMatches } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useToasts } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useMeetingKeys } from '../controls/use-meeting-keys.ts';
import { useMeetingView } from '../engine/index.ts';
import { setLiveMeeting } from '../live.ts';
import { forgetStageChoice } from '../stage/stage-choice.ts';
import { Announcer } from './announcer.tsx';
import { FloatingCall } from './floating-call.tsx';
import { closeSmallWindow, useSmallWindowState } from './small-window.ts';

/** The meeting that this tab is in, wherever one is in Parvis meanwhile. */
export function LiveMeeting() {
  useToldOver();
  const meetingId = useMeetingView((view) => (view.phase === 'joined' || view.phase === 'reconnecting' ? view.meetingId : null));
  return meetingId && <Live key={meetingId} meetingId={meetingId} />;
}

/** Whether the page is this meeting's own. */
const useIsHere = (meetingId: string | null): boolean =>
  useMatches({ select: (matches) => matches.some(({ routeId, params }) => routeId === '/signed-in/meet/$meetingId' && (params as { meetingId?: string }).meetingId === meetingId) });

/** Who reads elsewhere while it ends sees only that the small window goes: they are told why. */
function useToldOver(): void {
  const { t } = useTranslation('meetings');
  const toasts = useToasts();
  const because = useMeetingView((view) => (view.phase === 'left' && view.leftBecause !== 'left' ? view.leftBecause : null));
  const isCall = useMeetingView((view) => view.meeting?.kind === 'call');
  const here = useIsHere(useMeetingView((view) => view.meetingId));
  const wasHere = useRef(here);
  const message = because && t(because === 'ended' && isCall ? 'left.call.ended' : `left.${because}`);
  useEffect(() => { wasHere.current = here; }, [here, wasHere]);
  useEffect(() => { if (message !== null && !wasHere.current) toasts.show({ id: 'meeting-over', message }); }, [message, toasts, wasHere]);
}

function Live({ meetingId }: { meetingId: string }) {
  useMeetingKeys();
  const here = useIsHere(meetingId);
  const small = useSmallWindowState((state) => state.window);
  useEffect(() => {
    setLiveMeeting(meetingId);
    return () => setLiveMeeting(null);
  }, [meetingId]);
  useEffect(() => () => {
    closeSmallWindow();
    forgetStageChoice();
  }, []);
  return (
    <>
      <Announcer />
      {small !== null ? createPortal(<FloatingCall meetingId={meetingId} fills />, small.document.body) : !here && <FloatingCall meetingId={meetingId} />}
    </>
  );
}
