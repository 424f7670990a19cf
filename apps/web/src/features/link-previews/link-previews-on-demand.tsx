import { lazy, Suspense } from 'react';
import type { LinkPreviewCardsProps } from './link-preview-cards.tsx';

const Cards = lazy(async () => ({ default: (await import('./link-preview-cards.tsx')).LinkPreviewCards }));

/** Each card with its margin, in px: `link-previews.module.css` says the same. */
const HEIGHT = 104;

/** What the pages say that a message links to. */
export function LinkPreviews(props: LinkPreviewCardsProps) {
  return <Suspense fallback={<div style={{ height: HEIGHT * props.previews.length }} />}><Cards {...props} /></Suspense>;
}
