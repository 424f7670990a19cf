import { Fragment } from 'react';
import { splitCustomEmoji } from './custom-emoji-text.ts';
import type { MarkdownContext } from './markdown-view-context.ts';
import classes from './markdown-view.module.css';

/** A text with the pictures of the emoji that people here added. */
export function MarkdownText({ text, context }: { text: string; context: MarkdownContext }) {
  const pieces = splitCustomEmoji(text, context.customEmoji);
  return pieces.map((piece, index) =>
    typeof piece === 'string' ? (
      <Fragment key={index}>{piece}</Fragment>
    ) : (
      <img key={index} className={classes.customEmoji} src={piece.url} alt={`:${piece.name}:`} title={`:${piece.name}:`} draggable={false} />
    ),
  );
}
