import { can, type PermissionActor } from '@parvis/permissions';
import { useWorkspace, type ChannelEntry, type WorkspaceState } from '../../sync/index.ts';

/** Whether somebody may put documents into a conversation: who may write there. */
export const mayAddDocument = (actor: PermissionActor, { channel, membership }: ChannelEntry, teams: WorkspaceState['teams']): boolean => can(actor, 'message.send', {
  archived: channel.archivedAt !== null, channelRole: membership.role, teamRole: channel.teamId === null ? null : (teams[channel.teamId]?.role ?? null), posting: channel.posting, mentionAll: channel.mentionAll,
});

export const useMayAddDocument = (channelId: string): boolean =>
  useWorkspace(({ me, channels, teams }) => {
    const entry = channels[channelId];
    return entry !== undefined && mayAddDocument(me, entry, teams);
  });
