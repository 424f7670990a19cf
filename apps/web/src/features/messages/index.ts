/** The door to messages for features that show or send some: threads, drafts. Pages are loaded by `app/screens.ts`. */
export { Conversation } from './conversation.tsx';
export { MessageText } from './message-text.tsx';
export { useLargeMention } from './use-large-mention.ts';
