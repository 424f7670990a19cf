export { avatarUrl } from './avatar-url.ts';
export { useChooseLanguage } from './use-choose-language.ts';
export { GuestTag } from './guest-tag.tsx';
