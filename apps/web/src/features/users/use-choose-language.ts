import type { Language } from '@parvis/contracts';
import { currentLanguage, setLanguage } from '../../i18n/index.ts';
import { useTranslation } from 'react-i18next';
import { api } from '../../sync/index.ts';

/** The screen changes at once; the profile follows, for mails and other devices. */
export function useChooseLanguage() {
  useTranslation();
  const choose = async (language: Language): Promise<void> => {
    await setLanguage(language);
    // Without an answer the choice still holds on this device.
    await api.call('updateMe', { body: { language } }).catch(() => undefined);
  };
  return { language: currentLanguage(), choose };
}
