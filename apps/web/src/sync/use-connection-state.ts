import { useCallback, useSyncExternalStore } from 'react';
import { useSessionContext } from './session-context.ts';
import type { ConnectionState } from './types.ts';

export function useConnectionState(): ConnectionState {
  const { session } = useSessionContext();
  const subscribe = useCallback((listener: () => void) => {
    const stop = session?.client.subscribe(listener);
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
    return () => {
      stop?.();
      window.removeEventListener('online', listener);
      window.removeEventListener('offline', listener);
    };
  }, [session]);
  return useSyncExternalStore(subscribe, () => {
    const status = session?.client.status ?? 'connecting';
    const waiting = status === 'connecting' || status === 'reconnecting';
    return waiting && !navigator.onLine ? 'offline' : status;
  });
}
