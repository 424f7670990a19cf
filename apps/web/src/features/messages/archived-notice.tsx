import type { Channel } from '@parvis/contracts';
import { Notice } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/index.ts';
import classes from './conversation.module.css';

/** Stands in the composer's place. */
export function ArchivedNotice({ channel }: { channel: Channel }) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  return (
    <div className={classes.closed}>
      <Notice tone="info">{t('archived', { date: format.date(channel.archivedAt ?? channel.createdAt) })}</Notice>
    </div>
  );
}
