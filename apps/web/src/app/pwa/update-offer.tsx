import { useToasts } from '@parvis/ui';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { watchForUpdates } from './service-worker-client.ts';

/** Offers to reload when a newer build is there. Never reloads by itself: somebody may be writing. */
export function UpdateOffer() {
  const { t } = useTranslation();
  const { show } = useToasts();
  useEffect(() => {
    const offer = (run: () => void) =>
      show({ id: 'update', message: t('update.available'), duration: null, action: { label: t('update.reload'), run } });
    // A lazily loaded file of this build is gone: the server has a newer one.
    const onGone = () => offer(() => location.reload());
    window.addEventListener('vite:preloadError', onGone);
    const start = () => void watchForUpdates(offer).catch(() => undefined);
    if (document.readyState === 'complete') start();
    else window.addEventListener('load', start, { once: true });
    return () => {
      window.removeEventListener('vite:preloadError', onGone);
      window.removeEventListener('load', start);
    };
  }, [show, t]);
  return null;
}
