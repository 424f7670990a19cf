import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.ts';
import { MediaHostsModule } from '../media-hosts/index.ts';
import { MessagesModule } from '../messages/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { UsersModule } from '../users/index.ts';
import { AdmitParticipant } from './admit-participant.ts';
import { Arrivals } from './arrivals.ts';
import { AttachParticipant } from './attach-participant.ts';
import { BeginLink } from './begin-link.ts';
import { CreateMeeting } from './create-meeting.ts';
import { DeclineCall } from './decline-call.ts';
import { Departures } from './departures.ts';
import { EndMeeting } from './end-meeting.ts';
import { EndOfMeeting } from './end-of-meeting.ts';
import { GuestRetirement } from './guest-retirement.ts';
import { JoinByMeetingLink } from './join-by-meeting-link.ts';
import { JoinMeeting } from './join-meeting.ts';
import { LeaveMeeting } from './leave-meeting.ts';
import { ListMeetings } from './list-meetings.ts';
import { MediaFollowUp } from './media-follow-up.ts';
import { MediaMessages } from './media-messages.ts';
import { MediaPlacement } from './media-placement.ts';
import { MediaRights } from './media-rights.ts';
import { MeetingLinksController } from './meeting-links.controller.ts';
import { MeetingLinks } from './meeting-links.ts';
import { MeetingMoments } from './meeting-moments.ts';
import { MeetingPeopleController } from './meeting-people.controller.ts';
import { MeetingSessions } from './meeting-sessions.ts';
import { MeetingSweep } from './meeting-sweep.ts';
import { MeetingsController } from './meetings.controller.ts';
import { MuteParticipant } from './mute-participant.ts';
import { ReadMeetingReport } from './read-meeting-report.ts';
import { ReadMeetingState } from './read-meeting-state.ts';
import { ReceiverPlacement } from './receiver-placement.ts';
import { RecordQuality } from './record-quality.ts';
import { RoomPipes } from './room-pipes.ts';
import { RemoveParticipant } from './remove-participant.ts';
import { Ringing } from './ringing.ts';
import { RingPeople } from './ring-people.ts';
import { StartMeeting } from './start-meeting.ts';
import { UpdateMeeting } from './update-meeting.ts';
import { UpdateParticipant } from './update-participant.ts';

@Module({
  imports: [ChannelsModule, MessagesModule, MediaHostsModule, OrganisationModule, UsersModule],
  controllers: [MeetingsController, MeetingPeopleController, MeetingLinksController],
  providers: [
    CreateMeeting, StartMeeting, JoinMeeting, LeaveMeeting, EndMeeting, UpdateMeeting, ListMeetings, ReadMeetingState, ReadMeetingReport,
    AdmitParticipant, UpdateParticipant, MuteParticipant, RemoveParticipant, RingPeople, DeclineCall, MeetingLinks, JoinByMeetingLink,
    Arrivals, Departures, EndOfMeeting, Ringing, GuestRetirement, MeetingSweep,
    AttachParticipant, BeginLink, MediaMessages, MediaFollowUp, MediaPlacement, MediaRights, MeetingMoments, MeetingSessions, ReceiverPlacement, RecordQuality, RoomPipes,
  ],
  exports: [MediaPlacement, MeetingMoments],
})
export class MeetingsModule {}
