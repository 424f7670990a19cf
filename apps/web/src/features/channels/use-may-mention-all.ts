import { can } from '@parvis/permissions';
import { useWorkspace } from '../../sync/index.ts';

/** Whether my `@channel` and `@here` call anybody in this conversation. */
export function useMayMentionAll(channelId: string): boolean {
  return useWorkspace(({ me, channels, teams }) => {
    const entry = channels[channelId];
    if (!entry) return false;
    const { channel: { teamId, posting, mentionAll, archivedAt }, membership } = entry;
    const teamRole = teamId === null ? null : (teams[teamId]?.role ?? null);
    return can({ role: me.role }, 'message.mention_all', { archived: archivedAt !== null, posting, mentionAll, channelRole: membership.role, teamRole });
  });
}
