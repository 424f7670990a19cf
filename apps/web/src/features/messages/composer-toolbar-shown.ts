import { useState } from 'react';

const KEY = 'parvis-composer-toolbar';

/** Whether the formatting buttons are shown, remembered on this device. On a phone they are hidden at first. */
export function useToolbarShown(): [boolean, () => void] {
  const [shown, setShown] = useState(() => {
    const stored = localStorage.getItem(KEY);
    return stored === null ? window.matchMedia('(min-width: 769px)').matches : stored === 'shown';
  });
  const toggle = () => {
    localStorage.setItem(KEY, shown ? 'hidden' : 'shown');
    setShown(!shown);
  };
  return [shown, toggle];
}
