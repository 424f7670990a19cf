import { useEffect, useState } from 'react';
import { useLevels } from '../engine/index.ts';

/** As loud as speech is; below is breath and keyboards. Of 0 to 1. */
const SPEECH = 0.12;
/** The pause between words is no silence, in milliseconds. */
const PAUSE = 800;

/** Whether somebody speaks, without the flicker of their pauses. */
export function useSpeaking(participantId: string): boolean {
  const loud = useLevels(participantId) > SPEECH;
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => {
    if (loud) {
      setSpeaking(true);
      return;
    }
    const timer = setTimeout(() => setSpeaking(false), PAUSE);
    return () => clearTimeout(timer);
  }, [loud]);
  return speaking;
}
