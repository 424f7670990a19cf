import { customEmojiId } from '@parvis/contracts/emoji';
import { useState } from 'react';
import { customEmojiUrl } from './custom-emoji-url.ts';
import classes from './emoji-glyph.module.css';

/** Stands for the picture of an emoji that was removed. */
const GONE = '▫️';

/** An emoji by its key, as large as the text around it. Who uses it names it for those who don't see it. */
export function EmojiGlyph({ emoji }: { emoji: string }) {
  const [gone, setGone] = useState(false);
  const id = customEmojiId(emoji);
  if (id === null || gone) return <span className={classes.glyph} aria-hidden>{gone ? GONE : emoji}</span>;
  return <img className={classes.picture} src={customEmojiUrl(id)} alt="" draggable={false} onError={() => setGone(true)} />;
}
