/** The only door to quotes for other features. */
export { QuoteCard } from './quote-card.tsx';
export { quoteOf } from './quote-of.ts';
export { QuotedDraft } from './quoted-draft.tsx';
