import { CloseButton } from '@mantine/core';
import type { Quote } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useUser } from '../../sync/index.ts';
import classes from './quote-card.module.css';

/** Above the text of an answer that is being written: what it answers. */
export function QuotedDraft({ quote, onCancel }: { quote: Quote; onCancel: () => void }) {
  const { t } = useTranslation('threads');
  const name = useUser(quote.authorId)?.name ?? '…';
  return (
    <div className={classes.draft}>
      <div className={classes.card} data-empty={quote.text === '' || undefined}>
        <span className={classes.name}>{t('quote.answering', { name })}</span>
        <span className={classes.text}>{quote.text === '' ? t('quote.empty') : quote.text}</span>
      </div>
      <CloseButton aria-label={t('quote.cancel')} onClick={onCancel} />
    </div>
  );
}
