import { Suspense } from 'react';
import { lazyWithQuery } from '../../app/load-screen.ts';
import { linkedDocuments } from './conversation/linked-documents.ts';

const Cards = lazyWithQuery(async () => (await import('./conversation/document-cards.tsx')).DocumentCards);
/** Of a card with its margin, in px: `document-cards.module.css` says the same. */
const CARD_HEIGHT = 50;

/** Cards for the documents whose addresses stand in a message. */
export function LinkedDocuments({ text, tabStop }: { text: string; tabStop: boolean }) {
  const documentIds = linkedDocuments(text, window.location.origin);
  if (documentIds.length === 0) return null;
  return <Suspense fallback={<div style={{ height: CARD_HEIGHT * documentIds.length }} />}><Cards documentIds={documentIds} tabStop={tabStop} /></Suspense>;
}
