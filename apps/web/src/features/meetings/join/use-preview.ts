import { useEffect, useState } from 'react';
import { useMeetingEngine } from '../engine/index.ts';
import type { Wanted } from './preview.tsx';

const KEY = 'parvis-join-with';

function remembered(): Wanted {
  try {
    const { microphone, camera } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Wanted>;
    return { microphone: microphone ?? true, camera: camera ?? true };
  } catch {
    return { microphone: true, camera: true };
  }
}

/** What to come in with, as last time on this device; shown by the engine until it is joined or left. */
export function usePreview(): [wanted: Wanted, want: (wanted: Wanted) => void] {
  const engine = useMeetingEngine();
  const [wanted, setWanted] = useState(remembered);
  useEffect(() => void engine.preview(wanted), [engine, wanted]);
  useEffect(() => () => engine.stopPreview(), [engine]);
  const want = (next: Wanted) => {
    localStorage.setItem(KEY, JSON.stringify(next));
    setWanted(next);
  };
  return [wanted, want];
}
