import type { Channel, Meeting } from '@parvis/contracts';
import { useWorkspace } from '../../sync/index.ts';
import { useConversationTitle } from '../channels/index.ts';

const UNKNOWN: Pick<Channel, 'kind' | 'name' | 'memberIds'> = { kind: 'direct', name: '…', memberIds: [] };

/** What a meeting is called for me: a call between people has no name but theirs. */
export function useMeetingTitle(meeting: Pick<Meeting, 'title' | 'channelId'> | null | undefined): string {
  const channel = useWorkspace((state) => (meeting ? state.channels[meeting.channelId]?.channel : undefined));
  const place = useConversationTitle(channel ?? UNKNOWN);
  return meeting ? meeting.title || place : '';
}
