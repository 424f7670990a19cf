import { IconBookmark, IconClock, IconMessages, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDrafts, useUnreadThreadCount, useWorkspace } from '../../sync/index.ts';
import classes from './conversation-list.module.css';
import { ListPlace } from './list-place.tsx';

/** What I keep for myself. Drafts and scheduled messages have a place while there are some. */
export function ListPlaces({ tabStop }: { tabStop: string | undefined }) {
  const { t } = useTranslation('channels');
  const due = useWorkspace((state) => Object.values(state.saved).filter((item) => item.remindedAt !== null).length);
  const threads = useUnreadThreadCount();
  const drafts = useDrafts().length;
  const scheduled = useWorkspace((state) => Object.keys(state.scheduled).length);
  const failed = useWorkspace((state) => Object.values(state.scheduled).filter((message) => message.failure !== null).length);
  return (
    <div className={classes.places}>
      <ListPlace to="/threads" icon={IconMessages} label={t('threads:list')} count={threads} countLabel={t('threads:unreadThreads', { count: threads })} tone="mention" tabStop={tabStop === '/threads'} />
      <ListPlace to="/saved" icon={IconBookmark} label={t('list.saved')} count={due} countLabel={t('list.due', { count: due })} tone="mention" tabStop={tabStop === '/saved'} />
      {drafts > 0 && (
        <ListPlace to="/drafts" icon={IconPencil} label={t('list.drafts')} count={drafts} countLabel={t('list.draftCount', { count: drafts })} tone="unread" tabStop={tabStop === '/drafts'} />
      )}
      {scheduled > 0 && (
        <ListPlace
          to="/scheduled"
          icon={IconClock}
          label={t('list.scheduled')}
          count={failed || scheduled}
          countLabel={t(failed > 0 ? 'list.failedCount' : 'list.scheduledCount', { count: failed || scheduled })}
          tone={failed > 0 ? 'mention' : 'unread'}
          tabStop={tabStop === '/scheduled'}
        />
      )}
    </div>
  );
}
