import type { Call } from '@parvis/contracts';
import { useEffect, useState } from 'react';
import { useWorkspace } from './use-workspace.ts';

/** The calls that ring for me now, oldest first: no longer than the server lets them. */
export function useCalls(): readonly Call[] {
  const calls = useWorkspace((state) => state.calls, Object.is);
  const [now, setNow] = useState(Date.now);
  const ringing = Object.values(calls).filter(({ expiresAt }) => Date.parse(expiresAt) > now).sort((a, b) => a.expiresAt.localeCompare(b.expiresAt));
  const next = ringing[0] === undefined ? null : Date.parse(ringing[0].expiresAt);
  useEffect(() => {
    if (next === null) return undefined;
    const timer = setTimeout(() => {
      setNow(Date.now());
    }, Math.max(0, next - Date.now()) + 1);
    return () => {
      clearTimeout(timer);
    };
  }, [next]);
  return ringing;
}
