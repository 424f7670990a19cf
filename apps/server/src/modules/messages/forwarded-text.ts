import type { Forwarded, Message } from '@parvis/contracts';
import { parseMarkdown, type RichTextRoot, serialiseMarkdown } from '@parvis/rich-text';

type Words = Pick<Forwarded, 'text' | 'authorId' | 'createdAt'>;

/**
 * What is said when a message is handed on: its own words, below a comment what it had forwarded
 * itself, of a poll the question and the answers. Handed on without a comment, a forwarded message
 * stays its first author's.
 */
export function forwardedText({ text, authorId, createdAt, forwarded, poll }: Message): Words {
  if (forwarded && text === '') return { text: forwarded.text, authorId: forwarded.authorId, createdAt: forwarded.createdAt };
  const blocks: RichTextRoot['children'] = [...parseMarkdown(text).children];
  if (forwarded) blocks.push({ type: 'blockquote', children: parseMarkdown(forwarded.text).children });
  if (poll) {
    blocks.push({ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: poll.question }] }] }, {
      type: 'list', ordered: false, start: 1, spread: false,
      children: poll.options.map((option) => ({ type: 'listItem', checked: null, children: [{ type: 'paragraph', children: [{ type: 'text', value: option.text }] }] })),
    });
  }
  return { text: forwarded || poll ? serialiseMarkdown({ type: 'root', children: blocks }) : text, authorId, createdAt };
}
