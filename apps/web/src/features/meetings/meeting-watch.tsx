import { Suspense } from 'react';
import { onDemand } from '../../app/load-screen.ts';
import { useCalls } from '../../sync/index.ts';
import { useLive } from './live.ts';

const Ringing = onDemand(async () => (await import('./calls/ringing.tsx')).Ringing);
const LiveMeeting = onDemand(async () => (await import('./calls/live-meeting.tsx')).LiveMeeting);

/** What meetings need on every page: calls that ring, and the one that this tab is in. Loaded when there is one. */
export function MeetingWatch() {
  const calls = useCalls();
  const live = useLive((state) => state.live);
  return (
    <Suspense fallback={null}>
      {calls.length > 0 && <Ringing calls={calls} />}
      {live && <LiveMeeting />}
    </Suspense>
  );
}
