import type { MentionNode } from '@parvis/rich-text';
import type { MarkdownContext } from './markdown-view-context.ts';
import classes from './mention-chip.module.css';

interface MentionChipProps {
  node: MentionNode;
  context: MarkdownContext;
}

/** A mention of a person, a channel or everybody. Those that call the reader carry the warm accent. */
export function MentionChip({ node, context }: MentionChipProps) {
  if (node.kind === 'everyone') return <span className={`${classes.chip} ${classes.mine}`}>@channel</span>;
  const isUser = node.kind === 'user';
  const name = (isUser ? context.resolveUser : context.resolveChannel)?.(node.id)?.name ?? node.label;
  const className = isUser && node.id === context.currentUserId ? `${classes.chip} ${classes.mine}` : classes.chip;
  const text = `${isUser ? '@' : '#'}${name}`;
  const { onOpenMention } = context;
  if (!onOpenMention) return <span className={className}>{text}</span>;
  return (
    <button type="button" className={className} onClick={() => onOpenMention({ kind: node.kind, id: node.id })}>
      {text}
    </button>
  );
}
