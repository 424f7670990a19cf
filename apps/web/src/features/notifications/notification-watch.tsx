import { useToasts } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { allTexts } from '../../i18n/index.ts';
import { useIsReading, useWorkspaceEvents } from '../../sync/index.ts';
import { useCurrentChannelId } from '../channels/index.ts';
import { newsIn, notificationFor } from './notification-for.ts';
import { offerOnce } from './offer-once.ts';

/** Messages remembered as told: events may come twice. */
const REMEMBERED = 200;

/** Tells of new messages by a desktop notification and a sound. Draws nothing. */
export function NotificationWatch() {
  const navigate = useNavigate();
  const toasts = useToasts();
  const { i18n } = useTranslation();
  const openId = useCurrentChannelId();
  const isReading = useIsReading();
  const told = useRef<Set<string>>(new Set());
  useWorkspaceEvents((event, state) => {
    const message = newsIn(event, state.me.id);
    if (message === null) return;
    const reason = notificationFor(message, state, Date.now());
    if (reason === null || told.current.has(message.id) || (message.channelId === openId && isReading())) return;
    told.current.add(message.id);
    if (told.current.size > REMEMBERED) told.current.delete([...told.current][0]!);
    void Promise.all([import('./tell-message.ts'), allTexts()]).then(([{ tellMessage }]) => {
      offerOnce(toasts);
      return tellMessage(message, reason, state, i18n.language, () => {
        void navigate({ to: '/c/$channelId', params: { channelId: message.channelId }, search: { message: message.id } });
      });
    });
  });
  return null;
}
