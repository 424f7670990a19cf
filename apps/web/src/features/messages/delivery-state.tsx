import { IconAlertCircle, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PendingMessage } from '../../sync/index.ts';
import classes from './message-row.module.css';
import type { RowActions } from './row-actions.ts';

interface DeliveryStateProps {
  delivery: PendingMessage;
  actions: RowActions;
}

/** Says where a message of mine is on its way; a refused one stays, with what can be done. */
export function DeliveryState({ delivery, actions }: DeliveryStateProps) {
  const { t } = useTranslation('messages');
  if (delivery.status === 'sending') return null;
  if (delivery.status === 'queued') {
    return (
      <div className={classes.state}>
        <IconClock size={14} aria-hidden />
        <span>{t('delivery.queued')}</span>
      </div>
    );
  }
  return (
    <div className={classes.state} data-failed role="alert">
      <IconAlertCircle size={15} aria-hidden />
      <span>{t('delivery.failed', { reason: t(delivery.code ?? 'internal', { ns: 'errors' }) })}</span>
      <button type="button" className={classes.link} onClick={() => actions.retry(delivery.clientId)}>{t('delivery.retry')}</button>
      <button type="button" className={classes.link} onClick={() => actions.discard(delivery.clientId)}>{t('delivery.discard')}</button>
    </div>
  );
}
