import { can } from '@parvis/permissions';
import { useWorkspace, type ChannelEntry } from '../../sync/index.ts';

export interface ChannelRights {
  rename: boolean;
  setTopic: boolean;
  describe: boolean;
  setPosting: boolean;
  makePrivate: boolean;
  archive: boolean;
  addMember: boolean;
  addGuest: boolean;
  updateMember: boolean;
  removeMember: boolean;
  /** Also owners and moderators. */
  removeOwner: boolean;
  leave: boolean;
  send: boolean;
  mentionAll: boolean;
}

/** What I may do with a channel. Shown only: the server decides again. */
export function useChannelRights({ channel, membership }: ChannelEntry): ChannelRights {
  const me = useWorkspace((state) => state.me);
  const teamRole = useWorkspace((state) => (channel.teamId === null ? null : (state.teams[channel.teamId]?.role ?? null)));
  const actor = { role: me.role };
  const place = { kind: channel.kind, teamRole, channelRole: membership.role, archived: channel.archivedAt !== null, general: channel.general, posting: channel.posting };
  const posting = { archived: place.archived, channelRole: membership.role, teamRole, posting: channel.posting, mentionAll: channel.mentionAll };
  return {
    rename: can(actor, 'channel.rename', place),
    setTopic: can(actor, 'channel.set_topic', place),
    describe: can(actor, 'channel.describe', place),
    setPosting: can(actor, 'channel.set_posting', place),
    makePrivate: can(actor, 'channel.make_private', place),
    archive: can(actor, 'channel.archive', place),
    addMember: can(actor, 'channel.add_member', place),
    addGuest: can(actor, 'channel.add_guest', place),
    updateMember: can(actor, 'channel.update_member', place),
    removeMember: can(actor, 'channel.remove_member', { ...place, memberRole: 'member' }),
    removeOwner: can(actor, 'channel.remove_member', { ...place, memberRole: 'owner' }),
    leave: can(actor, 'channel.leave', place),
    send: can(actor, 'message.send', posting),
    mentionAll: can(actor, 'message.mention_all', posting),
  };
}
