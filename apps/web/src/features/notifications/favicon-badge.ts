import { useEffect } from 'react';

const PLAIN = '/icons/parvis.svg';
const WAITING = '/icons/parvis-unread.svg';

/** A dot on the tab's icon, and the number on an installed app's, while something waits for me. Draws nothing itself. */
export function FaviconBadge({ count }: { count: number }): null {
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = count > 0 ? WAITING : PLAIN;
    const app = navigator as { setAppBadge?: (count: number) => Promise<void>; clearAppBadge?: () => Promise<void> };
    // Refused where it isn't installed.
    void (count > 0 ? app.setAppBadge?.(count) : app.clearAppBadge?.())?.catch(() => undefined);
  }, [count]);
  return null;
}
