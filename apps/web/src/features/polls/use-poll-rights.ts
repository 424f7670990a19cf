import { can } from '@parvis/permissions';
import { useWorkspace } from '../../sync/index.ts';
import type { PollMessage } from './poll-on-demand.tsx';

/** What I may do with a poll. Shown only: the server decides again. */
export function usePollRights({ channelId, authorId }: PollMessage): { vote: boolean; close: boolean } {
  return useWorkspace(({ channels, teams, me }) => {
    const entry = channels[channelId];
    if (!entry) return { vote: false, close: false };
    const { channel, membership } = entry;
    const place = {
      archived: channel.archivedAt !== null, channelRole: membership.role, posting: channel.posting, mentionAll: channel.mentionAll,
      teamRole: channel.teamId === null ? null : (teams[channel.teamId]?.role ?? null),
    };
    return { vote: can({ role: me.role }, 'poll.vote', place), close: can({ role: me.role }, 'poll.close', { ...place, own: authorId === me.id }) };
  });
}
