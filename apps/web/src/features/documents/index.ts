/** The only door to this feature for others; its pages and dialogs are loaded by `app/screens.ts`. What the shell shows from the start loads none of them. */
export { ChannelDocuments } from './channel-documents-on-demand.ts';
export { DocumentIcon } from './document-icon.tsx';
export { documentsQuery } from './document-queries.ts';
export { LinkedDocuments } from './linked-documents.tsx';
export { useMayAddDocument } from './may-add-document.ts';
export { MentionWatch } from './mentions/mention-watch.ts';
export { useUnseenMentions } from './mentions/unseen-mentions.ts';
