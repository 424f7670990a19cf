import { parseMarkdown } from '@parvis/rich-text';
import type { RichTextRoot } from '@parvis/rich-text';
import { memo, useMemo } from 'react';
import { isEmojiOnly } from './emoji-only.ts';
import { MarkdownBlocks } from './markdown-view-blocks.tsx';
import type { MarkdownContext } from './markdown-view-context.ts';
import classes from './markdown-view.module.css';

export interface MarkdownViewProps extends MarkdownContext {
  source: string;
}

/**
 * Shows a message's Markdown as React elements, never as an HTML string. It renders again only when
 * a property changes, so hand it stable functions.
 */
export const MarkdownView = memo(function MarkdownView({
  source,
  currentUserId,
  resolveUser,
  resolveChannel,
  onOpenMention,
}: MarkdownViewProps) {
  const root = useMemo(() => parseMarkdown(source), [source]);
  const context = { currentUserId, resolveUser, resolveChannel, onOpenMention };
  return (
    <div className={showsOnlyEmoji(root) ? `${classes.markdown} ${classes.bigEmoji}` : classes.markdown} dir="auto">
      <MarkdownBlocks nodes={root.children} context={context} />
    </div>
  );
});

function showsOnlyEmoji(root: RichTextRoot): boolean {
  const [only] = root.children;
  if (root.children.length !== 1 || only?.type !== 'paragraph') return false;
  const [text] = only.children;
  return only.children.length === 1 && text?.type === 'text' && isEmojiOnly(text.value);
}
