import { mentionSign, ROOM_WORDS } from '@parvis/rich-text';
import type { MentionNode } from '@parvis/rich-text';
import type { MarkdownContext } from './markdown-view-context.ts';
import classes from './mention-chip.module.css';

interface MentionChipProps {
  node: MentionNode;
  context: MarkdownContext;
}

/** A mention of a person, a group, a channel or everybody. Those that call the reader carry the warm accent. */
export function MentionChip({ node, context }: MentionChipProps) {
  const mine = `${classes.chip} ${classes.mine}`;
  // From somebody who may not call everybody, it is a word as any other.
  if (node.kind === 'everyone' || node.kind === 'here') return context.callsAll === false ? ROOM_WORDS[node.kind] : <span className={mine}>{ROOM_WORDS[node.kind]}</span>;
  const known = { user: context.resolveUser, channel: context.resolveChannel, group: context.resolveGroup }[node.kind]?.(node.id);
  const callsMe = { user: context.currentUserId, channel: undefined, group: context.callingGroupId }[node.kind] === node.id;
  const className = callsMe ? mine : classes.chip;
  const text = `${mentionSign(node.kind)}${known?.name ?? node.label}`;
  const { onOpenMention, mayOpenMention } = context;
  if (!onOpenMention || mayOpenMention?.({ kind: node.kind, id: node.id }) === false) return <span className={className}>{text}</span>;
  return (
    <button type="button" className={className} onClick={() => onOpenMention({ kind: node.kind, id: node.id })}>
      {text}
    </button>
  );
}
