export { MessageHistory, seqOfCursor } from './message-history.ts';
export { MESSAGE_COLUMNS, type MessageRow } from './message-row.ts';
export { linksOf } from './links-of.ts';
export { checkText } from './message-text.ts';
export { lockForPosting, touchMessage } from './message.repository.ts';
export { MessagesModule } from './messages.module.ts';
export { type MessageDraft, PostMessage } from './post-message.ts';
export { readMessages, readOwnMessages, requireMessage } from './read-messages.ts';
export { requireRoot } from './thread-root.ts';
