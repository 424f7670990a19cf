export { allTexts, browserLanguage, currentLanguage, setLanguage, startI18n } from './set-up.ts';
export { formatLocale, useFormat } from './use-format.ts';
