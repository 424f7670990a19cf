import { can } from '@parvis/permissions';
import { useWorkspace, type ChannelEntry } from '../../sync/index.ts';

export interface ChannelRights {
  rename: boolean;
  setTopic: boolean;
  archive: boolean;
  addMember: boolean;
  updateMember: boolean;
  removeMember: boolean;
  leave: boolean;
}

/** What I may do with a channel. Shown only: the server decides again. */
export function useChannelRights({ channel, membership }: ChannelEntry): ChannelRights {
  const me = useWorkspace((state) => state.me);
  const teamRole = useWorkspace((state) => (channel.teamId === null ? null : (state.teams[channel.teamId]?.role ?? null)));
  const actor = { role: me.role };
  const place = { kind: channel.kind, teamRole, channelRole: membership.role, archived: channel.archivedAt !== null, general: channel.general };
  return {
    rename: can(actor, 'channel.rename', place),
    setTopic: can(actor, 'channel.set_topic', place),
    archive: can(actor, 'channel.archive', place),
    addMember: can(actor, 'channel.add_member', place),
    updateMember: can(actor, 'channel.update_member', place),
    removeMember: can(actor, 'channel.remove_member', place),
    leave: can(actor, 'channel.leave', place),
  };
}
