export { avatarUrl } from './avatar-url.ts';
export { useChooseLanguage } from './use-choose-language.ts';
