import type { Call } from '@parvis/contracts';
import { IncomingCall } from './incoming-call.tsx';

/** One at a time: who called first. */
export function Ringing({ calls }: { calls: readonly Call[] }) {
  const [call] = calls;
  return call && <IncomingCall key={call.meetingId} call={call} />;
}
