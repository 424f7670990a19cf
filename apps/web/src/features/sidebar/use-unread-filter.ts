import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import { useConnectionState, usePreferences } from '../../sync/index.ts';

/** What was pressed here and isn't yet told: it is shown before what is known, so that presses in a row don't flicker. */
const useUntold = create<{ on: boolean | null; telling: boolean }>(() => ({ on: null, telling: false }));

/** Whether the list shows only what is unread: at once here, also without a network; on all my devices soon after. */
export function useUnreadFilter(): { on: boolean; toggle: () => void } {
  const [{ unreadOnly }, change] = usePreferences();
  const isOnline = useConnectionState() === 'online';
  const on = useUntold((state) => state.on) ?? unreadOnly;

  /** One press after the other, as the last one is to stay. */
  const tell = useCallback(async () => {
    if (useUntold.getState().telling) return;
    useUntold.setState({ telling: true });
    try {
      for (let wanted = useUntold.getState().on; wanted !== null; wanted = useUntold.getState().on) {
        await change({ unreadOnly: wanted });
        if (useUntold.getState().on === wanted) useUntold.setState({ on: null });
      }
    } catch {
      // It stays as pressed here and is told once there is a connection again.
    } finally {
      useUntold.setState({ telling: false });
    }
  }, [change]);
  useEffect(() => {
    if (isOnline) void tell();
  }, [isOnline, tell]);

  return {
    on,
    toggle: () => {
      useUntold.setState({ on: !on });
      void tell();
    },
  };
}
