import type { Channel } from '@parvis/contracts';
import { Notice } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/index.ts';
import classes from './conversation.module.css';

/** Stands in the composer's place where I can't write: it is archived, or an announcement channel. */
export function ClosedNotice({ channel }: { channel: Channel }) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  return (
    <div className={classes.closed}>
      <Notice tone="info">{channel.archivedAt === null ? t('announcements') : t('archived', { date: format.date(channel.archivedAt) })}</Notice>
    </div>
  );
}
