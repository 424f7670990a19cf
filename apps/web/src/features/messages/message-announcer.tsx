import type { Message } from '@parvis/contracts';
import { messageExcerpt } from '@parvis/rich-text';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUsers, useWorkspace } from '../../sync/index.ts';
import { arrivals } from './arrivals.ts';

interface MessageAnnouncerProps {
  messages: readonly Message[];
  /** The messages end at the live edge: only there is something new. */
  live: boolean;
}

const READ_OUT_CHARACTERS = 280;

/** Tells a screen reader politely what arrives in the open conversation. */
export function MessageAnnouncer({ messages, live }: MessageAnnouncerProps) {
  const { t } = useTranslation('messages');
  const meId = useWorkspace((state) => state.me.id);
  const users = useWorkspace((state) => state.users);
  const announcedTo = useRef<number | null>(null);
  const [text, setText] = useState('');
  /** Authors of what is new who aren't known yet, joined by commas. */
  const [awaited, setAwaited] = useState('');
  useUsers(awaited === '' ? [] : awaited.split(','));
  useEffect(() => {
    const last = messages.at(-1)?.seq ?? 0;
    const from = announcedTo.current;
    if (!live) return;
    const news = from === null ? null : arrivals(messages, from, meId);
    const unknown = news?.kind === 'read-out' ? news.messages.map(({ authorId }) => authorId).filter((id) => users[id] === undefined) : [];
    if (unknown.length > 0) {
      setAwaited(unknown.join());
      return;
    }
    announcedTo.current = Math.max(last, from ?? 0);
    if (news === null || news.kind === 'none') return;
    setText(
      news.kind === 'counted'
        ? t('announce.many', { count: news.count })
        : news.messages
            .map((message) => t('announce.one', { name: users[message.authorId]?.name ?? '', text: messageExcerpt(message, READ_OUT_CHARACTERS) }))
            .join('\n'),
    );
  }, [messages, live, meId, users, t]);
  return <div className="pv-visually-hidden" role="log" aria-live="polite">{text}</div>;
}
