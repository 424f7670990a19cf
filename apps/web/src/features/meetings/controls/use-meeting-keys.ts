import { useEffect } from 'react';
import { useMeetingEngine } from '../engine/index.ts';
import { KEYS } from './keys.ts';
import { useControls } from './use-controls.ts';

/** Something that space means something to already. */
const takesSpace = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, button, a, [role="button"], [role="menuitem"], dialog') !== null);

/** The meeting's keys, wherever the focus is, for as long as this tab is in one. */
export function useMeetingKeys(): void {
  const engine = useMeetingEngine();
  const { toggleMicrophone, toggleCamera, toggleShare, toggleHand } = useControls();
  useEffect(() => {
    const actions: Readonly<Record<string, () => void>> = {
      [KEYS.microphone.letter]: toggleMicrophone, [KEYS.camera.letter]: toggleCamera, [KEYS.share.letter]: toggleShare, [KEYS.hand.letter]: toggleHand,
    };
    let talking = false;
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey) {
        const act = actions[event.key.toLowerCase()];
        if (!act) return;
        event.preventDefault();
        if (!event.repeat) act();
        return;
      }
      if (event.key !== ' ' || !engine.view().pushToTalk || takesSpace(event.target)) return;
      event.preventDefault();
      if (event.repeat || talking) return;
      talking = true;
      engine.talk(true);
    };
    const stop = () => {
      if (!talking) return;
      talking = false;
      engine.talk(false);
    };
    const onKeyUp = (event: KeyboardEvent) => { if (event.key === ' ') stop(); };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('keyup', onKeyUp);
    // The key is let go elsewhere: nobody must go on being heard.
    window.addEventListener('blur', stop);
    return () => {
      stop();
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('keyup', onKeyUp);
      window.removeEventListener('blur', stop);
    };
  }, [engine, toggleMicrophone, toggleCamera, toggleShare, toggleHand]);
}
