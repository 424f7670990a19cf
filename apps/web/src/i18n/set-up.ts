import i18next, { type BackendModule, type ReadCallback } from 'i18next';
import type { Language } from '@parvis/contracts';
import { initReactI18next } from 'react-i18next';

const files = import.meta.glob<{ default: Record<string, unknown> }>('./{en,fr}/*.json');

/** The build puts all texts of a language into one file: they are all loaded at once, and no screen waits for its own. */
export const NAMESPACES = [...new Set(Object.keys(files).map((path) => path.replace(/^.*\/(.+)\.json$/, '$1')))];

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language: string, namespace: string, done: ReadCallback) => {
    const load = files[`./${language}/${namespace}.json`];
    if (!load) return done(new Error(`No texts ${language}/${namespace}`), false);
    load().then((module) => done(null, module.default), (error: Error) => done(error, false));
  },
};

const KEY = 'parvis-language';
const isLanguage = (value: string | null | undefined): value is Language => value === 'en' || value === 'fr';

export const browserLanguage = (): Language => (navigator.language.startsWith('fr') ? 'fr' : 'en');

const storedLanguage = (): Language => {
  const stored = localStorage.getItem(KEY);
  return isLanguage(stored) ? stored : browserLanguage();
};

export const startI18n = async (): Promise<void> => {
  i18next.on('languageChanged', (language) => { document.documentElement.lang = language; });
  await i18next.use(backend).use(initReactI18next).init({
    lng: storedLanguage(),
    supportedLngs: ['en', 'fr'],
    // A spec proves that both are complete: falling back would load the other language for nothing.
    fallbackLng: false,
    ns: NAMESPACES,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
};

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en');

/** Remembered on this device; the caller saves it to the profile when there is one. */
export const setLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(KEY, language);
  if (language !== i18next.language) await i18next.changeLanguage(language);
};
