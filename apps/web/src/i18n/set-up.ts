import type { Language } from '@parvis/contracts';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

const LOADERS: Record<Language, () => Promise<{ texts: Record<string, Record<string, unknown>> }>> = {
  en: () => import('./texts-en.ts'),
  fr: () => import('./texts-fr.ts'),
};

const KEY = 'parvis-language';
const isLanguage = (value: string | null | undefined): value is Language => value === 'en' || value === 'fr';

export const browserLanguage = (): Language => (navigator.language.startsWith('fr') ? 'fr' : 'en');

const storedLanguage = (): Language => {
  const stored = localStorage.getItem(KEY);
  return isLanguage(stored) ? stored : browserLanguage();
};

/** All texts of a language at once: no screen waits for its own. */
const load = async (language: Language): Promise<Record<string, Record<string, unknown>>> => {
  const { texts } = await LOADERS[language]();
  return Object.fromEntries(Object.entries(texts).map(([path, namespace]) => [path.replace(/^.*\/(.+)\.json$/, '$1'), namespace]));
};

export const startI18n = async (): Promise<void> => {
  const language = storedLanguage();
  i18next.on('languageChanged', (changed) => { document.documentElement.lang = changed; });
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: await load(language) },
    supportedLngs: ['en', 'fr'],
    // A spec proves that both are complete: falling back would load the other language for nothing.
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
};

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en');

/** Remembered on this device; the caller saves it to the profile when there is one. */
export const setLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(KEY, language);
  if (language === i18next.language) return;
  for (const [namespace, texts] of Object.entries(await load(language))) i18next.addResourceBundle(language, namespace, texts);
  await i18next.changeLanguage(language);
};
