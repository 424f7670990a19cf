import { IconClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../sync/index.ts';
import classes from './scheduled-notice.module.css';
import { useClock } from './use-clock.ts';

/** Above the composer: that something of mine will be sent here, or could not be. */
export function ScheduledNotice({ channelId, threadId = null }: { channelId: string; threadId?: string | null }) {
  const { t } = useTranslation('scheduled');
  const { at } = useClock();
  const here = useWorkspace((state) => Object.values(state.scheduled).filter((message) => message.channelId === channelId && message.threadId === threadId));
  const next = here.toSorted((a, b) => a.sendAt.localeCompare(b.sendAt))[0];
  if (next === undefined) return null;
  const failed = here.filter((message) => message.failure !== null).length;
  return (
    <p className={classes.notice} data-failed={failed > 0 || undefined} role="status">
      <IconClock size={16} aria-hidden />
      <span>
        {failed > 0 ? t('notice.failed', { count: failed }) : t('notice.waiting', { count: here.length, time: at(next.sendAt) })}{' '}
        <Link to="/scheduled" className={classes.link}>{t('notice.show')}</Link>
      </span>
    </p>
  );
}
