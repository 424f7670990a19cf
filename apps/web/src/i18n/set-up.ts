import type { Language } from '@parvis/contracts';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

type Texts = Record<string, Record<string, unknown>>;

/** Of the first screen, and of what is opened from it. */
const LOADERS: Record<Language, Record<'first' | 'more', () => Promise<{ texts: Texts }>>> = {
  en: { first: () => import('./texts-en.ts'), more: () => import('./more-texts-en.ts') },
  fr: { first: () => import('./texts-fr.ts'), more: () => import('./more-texts-fr.ts') },
};

const KEY = 'parvis-language';
const isLanguage = (value: string | null | undefined): value is Language => value === 'en' || value === 'fr';

export const browserLanguage = (): Language => (navigator.language.startsWith('fr') ? 'fr' : 'en');

const storedLanguage = (): Language => {
  const stored = localStorage.getItem(KEY);
  return isLanguage(stored) ? stored : browserLanguage();
};

const load = async (language: Language, part: 'first' | 'more'): Promise<Texts> => {
  const { texts } = await LOADERS[language][part]();
  return Object.fromEntries(Object.entries(texts).map(([path, namespace]) => [path.replace(/^.*\/(.+)\.json$/, '$1'), namespace]));
};

const add = async (language: Language, part: 'first' | 'more'): Promise<void> => {
  for (const [namespace, texts] of Object.entries(await load(language, part))) i18next.addResourceBundle(language, namespace, texts);
};

/** The texts of every page and dialog: pages other than a conversation wait for them, and so does who opens something. */
export const allTexts = (): Promise<void> => (i18next.hasResourceBundle(i18next.language, 'users') ? Promise.resolve() : add(currentLanguage(), 'more'));

export const startI18n = async (): Promise<void> => {
  const language = storedLanguage();
  i18next.on('languageChanged', (changed) => { document.documentElement.lang = changed; });
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: await load(language, 'first') },
    supportedLngs: ['en', 'fr'],
    // A spec proves that both are complete: falling back would load the other language for nothing.
    fallbackLng: false,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    // What is shown already is drawn again when its texts come.
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  // Whoever touches the page is about to open something.
  const more = () => void allTexts().catch(() => undefined);
  for (const sign of ['pointermove', 'keydown', 'touchstart'] as const) window.addEventListener(sign, more, { once: true, passive: true });
};

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en');

/** Remembered on this device; the caller saves it to the profile when there is one. */
export const setLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(KEY, language);
  if (language === i18next.language) return;
  await Promise.all([add(language, 'first'), add(language, 'more')]);
  await i18next.changeLanguage(language);
};
