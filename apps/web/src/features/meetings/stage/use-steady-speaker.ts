import { useEffect, useState } from 'react';
import { useMeetingView } from '../engine/index.ts';

/** Who is shown large stays for so long at least, in milliseconds: a cough moves nobody. */
const STAYS = 2_000;

/** Who speaks, or spoke last, other than me. */
export function useSteadySpeaker(): string | null {
  const speaking = useMeetingView((view) => (view.activeSpeakerId === view.me?.id ? null : view.activeSpeakerId));
  const [shown, setShown] = useState({ id: speaking, since: Date.now() });
  useEffect(() => {
    if (speaking === null || speaking === shown.id) return;
    const show = () => setShown({ id: speaking, since: Date.now() });
    const wait = shown.id === null ? 0 : shown.since + STAYS - Date.now();
    if (wait <= 0) return show();
    const timer = setTimeout(show, wait);
    return () => clearTimeout(timer);
  }, [speaking, shown]);
  return shown.id;
}
