import { toPlainText } from '@parvis/rich-text';
import type { SpoilerNode } from '@parvis/rich-text';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './markdown-view.module.css';

/** Covered until somebody clicks it or presses Enter on it. Nothing in it can be reached before. */
export function Spoiler({ node, children }: { node: SpoilerNode; children: ReactNode }) {
  const { t } = useTranslation('composer');
  const [revealed, setRevealed] = useState(false);
  const shown = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // The button that had the focus is gone.
    if (revealed) shown.current?.focus({ preventScroll: true });
  }, [revealed]);
  if (revealed) {
    return (
      <span ref={shown} className={classes.revealed} tabIndex={-1}>
        {children}
      </span>
    );
  }
  const text = toPlainText({ type: 'root', children: [{ type: 'paragraph', children: node.children }] }, { revealSpoilers: true });
  const reveal = () => setRevealed(true);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    reveal();
  };
  // No button element: its text couldn't wrap with the line.
  return (
    <span className={classes.spoiler} role="button" tabIndex={0} aria-label={t('spoilerShow')} title={t('spoilerShow')} onClick={reveal} onKeyDown={onKeyDown}>
      <span aria-hidden>{text}</span>
    </span>
  );
}
