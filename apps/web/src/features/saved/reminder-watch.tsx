import { useToasts } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceEvents } from '../../sync/index.ts';
import { tellReminder } from '../notifications/index.ts';

/** A reminder that was given long before this page was open shows as the badge only, in milliseconds. */
const FRESH = 2 * 60_000;

/** Tells of reminders as they come. Draws nothing. */
export function ReminderWatch(): null {
  const { t } = useTranslation('saved');
  const toasts = useToasts();
  const navigate = useNavigate();
  const told = useRef(new Set<string>());
  useWorkspaceEvents((event, state) => {
    if (event.type !== 'saved.updated') return;
    const { item } = event.payload;
    const key = `${item.id} ${item.remindedAt}`;
    if (item.remindedAt === null || Date.now() - Date.parse(item.remindedAt) > FRESH || told.current.has(key)) return;
    told.current.add(key);
    const open = () => void navigate({ to: '/saved' });
    const body = item.text || t('aMessage');
    toasts.show({ id: `reminder-${item.id}`, message: t('reminder', { text: body }), action: { label: t('show'), run: open }, duration: null });
    void tellReminder({ key, title: t('reminderTitle'), body, onOpen: open }, state);
  });
  return null;
}
