import type { Forwarded } from '@parvis/contracts';
import { IconArrowForwardUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/index.ts';
import { useUser, useWorkspace } from '../../sync/index.ts';
import { useConversationTitle } from '../channels/index.ts';
import classes from './forwarded-message.module.css';

/** What somebody said elsewhere; `children`: their words. Where that was is told to those only who may go there. */
export function ForwardedMessage({ forwarded, children }: { forwarded: Forwarded; children: ReactNode }) {
  const format = useFormat();
  const author = useUser(forwarded.authorId);
  const channel = useWorkspace((state) => state.channels[forwarded.channelId]?.channel, Object.is);
  return (
    <blockquote className={classes.card}>
      <div className={classes.head}>
        <IconArrowForwardUp size={16} aria-hidden className={classes.icon} />
        <span className={classes.author}>{author?.name ?? '…'}</span>
        <time dateTime={forwarded.createdAt}>{format.dateTime(forwarded.createdAt)}</time>
        {channel && (
          <Link to="/c/$channelId" params={{ channelId: channel.id }} search={{ message: forwarded.messageId }} className={classes.place}>
            <PlaceName channel={channel} />
          </Link>
        )}
      </div>
      {children}
    </blockquote>
  );
}

function PlaceName({ channel }: { channel: Parameters<typeof useConversationTitle>[0] }) {
  const { t } = useTranslation('forward');
  return <>{t('from', { title: useConversationTitle(channel) })}</>;
}
