export { avatarUrl } from './avatar-url.ts';
export { ChoiceCards } from './choice-cards.tsx';
export { useChooseLanguage } from './use-choose-language.ts';
export { GuestTag } from './guest-tag.tsx';
