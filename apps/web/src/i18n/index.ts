export { browserLanguage, currentLanguage, setLanguage, startI18n } from './set-up.ts';
export { useFormat } from './use-format.ts';
