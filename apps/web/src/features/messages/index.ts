/** The door to messages for features that show some: threads. Pages are loaded by `app/screens.ts`. */
export { Conversation } from './conversation.tsx';
export { MessageText } from './message-text.tsx';
