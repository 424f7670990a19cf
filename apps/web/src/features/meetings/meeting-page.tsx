import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { rememberedSending, useMeetingEngine, useMeetingView } from './engine/index.ts';
import { JoinFlow } from './join/join-flow.tsx';
import { LeftPage } from './join/left-page.tsx';
import { WaitingRoom } from './join/waiting-room.tsx';
import { takeJoinIntent } from './join-intent.ts';
import { goLive } from './live.ts';
import { MeetingRoom } from './meeting-room.tsx';

/** `/meet/:meetingId`: before it, in its lobby, in it, after it. */
export function MeetingPage() {
  const meetingId = useParams({ strict: false, select: (params) => params.meetingId }) ?? '';
  const engine = useMeetingEngine();
  const phase = useMeetingView((view) => (view.meetingId === meetingId ? view.phase : 'idle'));
  useEffect(() => {
    goLive();
    const before = rememberedSending();
    // A reload comes back as it was; who is still in it stays.
    const intent = takeJoinIntent(meetingId) ?? (before?.meetingId === meetingId ? before : null);
    const { phase: now, meetingId: current } = engine.view();
    const isInIt = current === meetingId && now !== 'idle' && now !== 'left';
    if (intent !== null && !isInIt) void engine.join(intent);
  }, [engine, meetingId]);
  if (phase === 'waiting') return <WaitingRoom />;
  if (phase === 'joined' || phase === 'reconnecting') return <MeetingRoom />;
  if (phase === 'left') return <LeftPage meetingId={meetingId} />;
  return <JoinFlow key={meetingId} meetingId={meetingId} joining={phase === 'joining'} />;
}
