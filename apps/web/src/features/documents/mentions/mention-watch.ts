import { useToasts } from '@parvis/ui';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { allTexts } from '../../../i18n/index.ts';
import { useWorkspaceEvents } from '../../../sync/index.ts';
import { useMentionCount } from './unseen-mentions.ts';

/** A mention that comes late, after sleep or a lost connection, is in the badge only, in milliseconds. */
const FRESH = 2 * 60_000;

/** Tells of mentions in documents as they come, and keeps their count. Draws nothing. */
export function MentionWatch(): null {
  const toasts = useToasts();
  const navigate = useNavigate();
  const told = useRef(new Set<string>());
  const openId = useParams({ strict: false, select: (params) => params.documentId });
  useMentionCount();
  useWorkspaceEvents((event, state) => {
    if (event.type !== 'document.mentioned') return;
    const { payload, seq, at } = event;
    const key = `document-mention-${seq}`;
    const quiet = state.preferences.desktopNotifications === 'none' || (state.me.doNotDisturbUntil !== null && Date.parse(state.me.doNotDisturbUntil) > Date.now());
    if (quiet || told.current.has(key) || Date.now() - Date.parse(at) > FRESH || (payload.documentId === openId && document.hasFocus())) return;
    told.current.add(key);
    const open = () => void navigate({ to: '/docs/$documentId', params: { documentId: payload.documentId } });
    void Promise.all([import('./tell-mention.ts'), allTexts()]).then(([{ tellMention }]) => tellMention({ key, mention: payload, onOpen: open }, state, toasts));
  });
  return null;
}
