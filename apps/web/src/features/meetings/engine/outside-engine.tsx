import { createContext, useEffect, useState, type ReactNode } from 'react';
import { createMeetingEngine } from './create-meeting-engine.ts';
import type { MeetingEngine } from './types.ts';

export const OutsideEngineContext = createContext<MeetingEngine | null>(null);

/** Where nobody is signed in yet: an engine that shows oneself and knows the devices, and joins nothing. */
export function OutsideEngine({ children }: { children: ReactNode }) {
  const [engine] = useState(() => createMeetingEngine(null));
  useEffect(() => () => engine.stop(), [engine]);
  return <OutsideEngineContext value={engine}>{children}</OutsideEngineContext>;
}
