import type { Quote } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../sync/index.ts';
import classes from './quote-card.module.css';

/** Above an answer: what it answers, as it is now. Leads to it. */
export function QuoteCard({ quote, tabStop, onOpen }: { quote: Quote; tabStop: boolean; onOpen: (messageId: string) => void }) {
  const { t } = useTranslation('threads');
  const name = useUser(quote.authorId)?.name ?? '…';
  const words = quote.text === '' ? t('quote.empty') : quote.text;
  return (
    <button type="button" className={classes.card} data-empty={quote.text === '' || undefined} tabIndex={tabStop ? 0 : -1} onClick={() => onOpen(quote.messageId)}>
      <span className={classes.name}>{name}</span>
      <span className={classes.text}>{words}</span>
    </button>
  );
}
