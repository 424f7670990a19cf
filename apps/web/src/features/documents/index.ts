/** The door to documents for the shell, which counts and tells of mentions from the start: it loads none of their pages. */
export { MentionWatch } from './mentions/mention-watch.ts';
export { useUnseenMentions } from './mentions/unseen-mentions.ts';
