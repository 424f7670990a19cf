import type { MixedList } from 'typeorm';
import { PasswordResetEntity } from '../../modules/auth/password-reset.entity.ts';
import { SessionEntity } from '../../modules/auth/session.entity.ts';
import { SignInFailureEntity } from '../../modules/auth/sign-in-failure.entity.ts';
import { ChannelMemberEntity } from '../../modules/channels/channel-member.entity.ts';
import { ChannelEntity } from '../../modules/channels/channel.entity.ts';
import { DocumentEntity } from '../../modules/documents/document.entity.ts';
import { DocumentClientEntity } from '../../modules/documents/document-client.entity.ts';
import { DocumentCommentEntity } from '../../modules/documents/document-comment.entity.ts';
import { DocumentCommentThreadEntity } from '../../modules/documents/document-comment-thread.entity.ts';
import { DocumentFavouriteEntity } from '../../modules/documents/document-favourite.entity.ts';
import { DocumentFileEntity } from '../../modules/documents/document-file.entity.ts';
import { DocumentGrantEntity } from '../../modules/documents/document-grant.entity.ts';
import { DocumentLinkEntity } from '../../modules/documents/document-link.entity.ts';
import { DocumentLogEntity } from '../../modules/documents/document-log.entity.ts';
import { DocumentMentionEntity } from '../../modules/documents/document-mention.entity.ts';
import { DocumentSnapshotEntity } from '../../modules/documents/document-snapshot.entity.ts';
import { DocumentTextEntity } from '../../modules/documents/document-text.entity.ts';
import { DocumentUpdateEntity } from '../../modules/documents/document-update.entity.ts';
import { DocumentVersionEntity } from '../../modules/documents/document-version.entity.ts';
import { DocumentVisitEntity } from '../../modules/documents/document-visit.entity.ts';
import { DraftEntity } from '../../modules/drafts/draft.entity.ts';
import { CustomEmojiEntity } from '../../modules/emoji/custom-emoji.entity.ts';
import { FileEntity } from '../../modules/files/file.entity.ts';
import { UploadEntity } from '../../modules/files/upload.entity.ts';
import { UserGroupMemberEntity } from '../../modules/groups/user-group-member.entity.ts';
import { UserGroupEntity } from '../../modules/groups/user-group.entity.ts';
import { InvitationEntity } from '../../modules/invitations/invitation.entity.ts';
import { LinkPreviewEntity } from '../../modules/link-previews/link-preview.entity.ts';
import { MessageLinkPreviewEntity } from '../../modules/link-previews/message-link-preview.entity.ts';
import { MeetingCallEntity } from '../../modules/meetings/meeting-call.entity.ts';
import { MeetingLinkEntity } from '../../modules/meetings/meeting-link.entity.ts';
import { MeetingParticipantEntity } from '../../modules/meetings/meeting-participant.entity.ts';
import { MeetingRecordingEntity } from '../../modules/meetings/meeting-recording.entity.ts';
import { MeetingStandingEntity } from '../../modules/meetings/meeting-standing.entity.ts';
import { MeetingStayEntity } from '../../modules/meetings/meeting-stay.entity.ts';
import { MeetingEntity } from '../../modules/meetings/meeting.entity.ts';
import { MentionEntity } from '../../modules/messages/mention.entity.ts';
import { MessageEntity } from '../../modules/messages/message.entity.ts';
import { MessageRevisionEntity } from '../../modules/messages/message-revision.entity.ts';
import { OrganisationEntity } from '../../modules/organisation/organisation.entity.ts';
import { PollEntity } from '../../modules/polls/poll.entity.ts';
import { PollVoteEntity } from '../../modules/polls/poll-vote.entity.ts';
import { EmojiUseEntity } from '../../modules/reactions/emoji-use.entity.ts';
import { ReactionEntity } from '../../modules/reactions/reaction.entity.ts';
import { SavedItemEntity } from '../../modules/saved/saved-item.entity.ts';
import { ScheduledMessageEntity } from '../../modules/scheduled-messages/scheduled-message.entity.ts';
import { SetupTokenEntity } from '../../modules/setup/setup-token.entity.ts';
import { SidebarEntity } from '../../modules/sidebar/sidebar.entity.ts';
import { TeamMemberEntity } from '../../modules/teams/team-member.entity.ts';
import { TeamEntity } from '../../modules/teams/team.entity.ts';
import { ThreadFollowerEntity } from '../../modules/thread-followers/thread-follower.entity.ts';
import { UserAvatarEntity } from '../../modules/users/user-avatar.entity.ts';
import { UserEntity } from '../../modules/users/user.entity.ts';
import { BlobEntity } from '../storage/blob.entity.ts';
import { StreamEntity } from '../streams/stream.entity.ts';
import { StreamEventEntity } from '../streams/stream-event.entity.ts';
import { StreamOutboxEntity } from '../streams/stream-outbox.entity.ts';

/** Every entity of every module: the one list that the data source knows. */
export const entities: MixedList<new () => object> = [
  BlobEntity, ChannelEntity, ChannelMemberEntity, CustomEmojiEntity, EmojiUseEntity, FileEntity, InvitationEntity, MentionEntity, MessageEntity,
  MessageRevisionEntity, OrganisationEntity, PasswordResetEntity, ReactionEntity, SessionEntity, SetupTokenEntity, SignInFailureEntity,
  StreamEntity, StreamEventEntity, StreamOutboxEntity, TeamEntity, TeamMemberEntity, ThreadFollowerEntity, UploadEntity, UserAvatarEntity, UserEntity,
  UserGroupEntity, UserGroupMemberEntity,
  LinkPreviewEntity, MessageLinkPreviewEntity, PollEntity, PollVoteEntity, DraftEntity, SavedItemEntity, ScheduledMessageEntity, SidebarEntity,
  MeetingEntity, MeetingCallEntity, MeetingLinkEntity, MeetingParticipantEntity, MeetingRecordingEntity, MeetingStandingEntity, MeetingStayEntity,
  DocumentEntity, DocumentLogEntity, DocumentUpdateEntity, DocumentSnapshotEntity, DocumentClientEntity, DocumentTextEntity, DocumentGrantEntity, DocumentFavouriteEntity,
  DocumentVisitEntity, DocumentLinkEntity, DocumentMentionEntity, DocumentFileEntity, DocumentVersionEntity, DocumentCommentThreadEntity, DocumentCommentEntity,
];
