/** The only door to quotes for other features. */
export { QuoteCard } from './quote-card.tsx';
export { QuotedDraft } from './quoted-draft.tsx';
