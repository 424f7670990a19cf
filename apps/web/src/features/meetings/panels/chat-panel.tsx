import { EmptyState } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../sync/index.ts';
import { Conversation } from '../../messages/index.ts';
import { useMeetingView } from '../engine/index.ts';

/** The conversation that the meeting belongs to: what is written here stays there. */
export function ChatPanel() {
  const { t } = useTranslation('meetings');
  const channelId = useMeetingView((view) => view.meeting?.channelId ?? '');
  const entry = useWorkspace((state) => state.channels[channelId]);
  if (!entry) return <EmptyState title={t('chat.none')} />;
  return <Conversation key={channelId} entry={entry} around={undefined} />;
}
