import { ToastProvider, UiProvider } from '@parvis/ui';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { UpdateOffer } from './pwa/update-offer.tsx';
import { router } from './router.tsx';
import { styleNonce } from './style-nonce.ts';

export function App() {
  const { t } = useTranslation();
  return (
    <UiProvider styleNonce={styleNonce}>
      <ToastProvider regionLabel={t('notifications')} closeLabel={t('close')}>
        <RouterProvider router={router} />
        <UpdateOffer />
      </ToastProvider>
    </UiProvider>
  );
}
