import { lazy } from 'react';

/** The door to messages for features that show or send some: threads, drafts. Pages are loaded by `app/screens.ts`. */
export { Conversation } from './conversation.tsx';
export { MessageText } from './message-text.tsx';
/** Large: loads when it is shown. */
export const Composer = lazy(async () => ({ default: (await import('./composer.tsx')).Composer }));
export { useLargeMention } from './use-large-mention.ts';
export { TextDifference } from './text-difference.tsx';
export { useSuggestions } from './use-suggestions.ts';
