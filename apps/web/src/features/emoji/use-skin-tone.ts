import { useState } from 'react';
import { api, useWorkspace } from '../../sync/index.ts';

/** The skin tone that I want emoji in, from 0 (none) to 5; kept for all my devices. */
export function useSkinTone(): [tone: number, choose: (tone: number) => void] {
  const kept = useWorkspace((state) => state.preferences.skinTone);
  const [chosen, setChosen] = useState<number | null>(null);
  const choose = (tone: number): void => {
    setChosen(tone);
    // Not kept, it is still that of this picker.
    void api.call('updatePreferences', { body: { skinTone: tone } }).catch(() => undefined);
  };
  return [chosen ?? kept, choose];
}
