import { parseMarkdown, walk } from '@parvis/rich-text';
import type { ListItemNode, RichTextRoot } from '@parvis/rich-text';
import { memo, useMemo } from 'react';
import { splitCustomEmoji } from './custom-emoji-text.ts';
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
export const MarkdownView = memo(function MarkdownView({ source, ...context }: MarkdownViewProps) {
  const { root, tasks } = useMemo(() => parsed(source), [source]);
  return (
    <div className={showsOnlyEmoji(root, context.customEmoji) ? `${classes.markdown} ${classes.bigEmoji}` : classes.markdown} dir="auto">
      <MarkdownBlocks nodes={root.children} context={{ ...context, tasks }} />
    </div>
  );
});

interface Parsed {
  root: RichTextRoot;
  tasks: Map<ListItemNode, number>;
}
/** Texts shown lately: whoever goes back to a conversation sees the same ones again. */
const lately = new Map<string, Parsed>();
const MOST_KEPT = 500;

function parsed(source: string): Parsed {
  let found = lately.get(source);
  if (!found) {
    const root = parseMarkdown(source);
    found = { root, tasks: tasksOf(root) };
  }
  // The one used last stands last.
  lately.delete(source);
  lately.set(source, found);
  if (lately.size > MOST_KEPT) lately.delete(lately.keys().next().value ?? '');
  return found;
}

function tasksOf(root: RichTextRoot): Map<ListItemNode, number> {
  const tasks = new Map<ListItemNode, number>();
  walk(root, (node) => {
    if (node.type === 'listItem' && node.checked !== null) tasks.set(node, tasks.size);
  });
  return tasks;
}

function showsOnlyEmoji(root: RichTextRoot, customEmoji: MarkdownContext['customEmoji']): boolean {
  const [only] = root.children;
  if (root.children.length !== 1 || only?.type !== 'paragraph') return false;
  const [text] = only.children;
  if (only.children.length !== 1 || text?.type !== 'text') return false;
  const pieces = splitCustomEmoji(text.value, customEmoji);
  const unicode = pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('');
  return pieces.length <= 6 && (unicode.trim() === '' ? pieces.some((piece) => typeof piece !== 'string') : isEmojiOnly(unicode));
}
