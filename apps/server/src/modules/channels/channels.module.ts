import { Module } from '@nestjs/common';
import { AddChannelMember } from './add-channel-member.ts';
import { ArchiveChannel } from './archive-channel.ts';
import { ChannelAccess } from './channel-access.ts';
import { ChannelMembersController } from './channel-members.controller.ts';
import { ChannelSummaries } from './channel-summaries.ts';
import { ChannelsController } from './channels.controller.ts';
import { CreateChannel } from './create-channel.ts';
import { JoinChannel } from './join-channel.ts';
import { LeaveChannel } from './leave-channel.ts';
import { ListChannelMembers } from './list-channel-members.ts';
import { ListTeamChannels } from './list-team-channels.ts';
import { MarkUnread } from './mark-unread.ts';
import { MoveReadCursor } from './move-read-cursor.ts';
import { OpenConversation } from './open-conversation.ts';
import { ReadCursorsController } from './read-cursors.controller.ts';
import { RemoveChannelMember } from './remove-channel-member.ts';
import { UnarchiveChannel } from './unarchive-channel.ts';
import { UpdateChannelMember } from './update-channel-member.ts';
import { UpdateChannel } from './update-channel.ts';

/** Knows nothing of the teams module, which builds on this one; a team's roles are read from its table. */
@Module({
  controllers: [ChannelsController, ChannelMembersController, ReadCursorsController],
  providers: [
    AddChannelMember, ArchiveChannel, ChannelAccess, ChannelSummaries, CreateChannel, JoinChannel, LeaveChannel,
    ListChannelMembers, ListTeamChannels, MarkUnread, MoveReadCursor, OpenConversation, RemoveChannelMember,
    UnarchiveChannel, UpdateChannel, UpdateChannelMember,
  ],
  exports: [ChannelAccess, ChannelSummaries, CreateChannel, JoinChannel, LeaveChannel, OpenConversation],
})
export class ChannelsModule {}
