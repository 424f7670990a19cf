export type * from './nodes.ts';
export { MESSAGE_TEXT_LIMIT, TREE_DEPTH_LIMIT } from './limits.ts';
export { parseMarkdown } from './parse-markdown.ts';
export { extractMentions, type Mentions } from './extract-mentions.ts';
export { toPlainText, type PlainTextOptions } from './to-plain-text.ts';
export { formatMention, parseMentionUrl, type MentionTarget } from './mention-syntax.ts';
export { isSafeUrl } from './safe-url.ts';
export { walk } from './walk.ts';
export { serialiseMarkdown } from './serialise-markdown.ts';
