import type { Message, Quote } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts/limits';
import { messageExcerpt } from '@parvis/rich-text';

/** How a message is quoted by one that is being sent, until the server says. */
export const quoteOf = (message: Message): Quote => ({ messageId: message.id, authorId: message.authorId, text: messageExcerpt(message, LIMITS.excerpt) });
