import { useSyncExternalStore } from 'react';
import { meetingRoot } from './meeting-root.ts';

const subscribe = (changed: () => void) => {
  document.addEventListener('fullscreenchange', changed);
  return () => document.removeEventListener('fullscreenchange', changed);
};

export function useFullScreen(): { possible: boolean; on: boolean; toggle: () => void } {
  const on = useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
  const toggle = () => {
    const done = on ? document.exitFullscreen() : meetingRoot()?.requestFullscreen();
    // Refused where the browser wants another gesture: it stays as it is.
    void done?.catch(() => undefined);
  };
  return { possible: document.fullscreenEnabled, on, toggle };
}
