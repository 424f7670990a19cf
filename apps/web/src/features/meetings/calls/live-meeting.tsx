import { useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useMeetingKeys } from '../controls/use-meeting-keys.ts';
import { useMeetingView } from '../engine/index.ts';
import { setLiveMeeting } from '../live.ts';
import { forgetStageChoice } from '../stage/stage-choice.ts';
import { Announcer } from './announcer.tsx';
import { FloatingCall } from './floating-call.tsx';
import { closeSmallWindow, useSmallWindowState } from './small-window.ts';

/** The meeting that this tab is in, wherever one is in Parvis meanwhile. */
export function LiveMeeting() {
  const meetingId = useMeetingView((view) => (view.phase === 'joined' || view.phase === 'reconnecting' ? view.meetingId : null));
  return meetingId && <Live key={meetingId} meetingId={meetingId} />;
}

function Live({ meetingId }: { meetingId: string }) {
  useMeetingKeys();
  const here = useMatches({ select: (matches) => matches.some(({ routeId, params }) => routeId === '/signed-in/meet/$meetingId' && (params as { meetingId?: string }).meetingId === meetingId) });
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
