import { Controller } from '@nestjs/common';
import type { Meeting, MeetingReport, Participant, RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { CreateMeeting } from './create-meeting.ts';
import { EndMeeting } from './end-meeting.ts';
import { JoinMeeting } from './join-meeting.ts';
import { LeaveMeeting } from './leave-meeting.ts';
import { ListMeetings } from './list-meetings.ts';
import { seeMeeting } from './meeting-access.ts';
import { toMeeting } from './meeting-row.ts';
import { ReadMeetingReport } from './read-meeting-report.ts';
import { ReadMeetingState } from './read-meeting-state.ts';
import { StartMeeting } from './start-meeting.ts';
import { UpdateMeeting } from './update-meeting.ts';

/** A meeting as a whole. */
@Controller()
export class MeetingsController {
  constructor(
    private readonly database: DataSource,
    private readonly list: ListMeetings,
    private readonly create: CreateMeeting,
    private readonly start: StartMeeting,
    private readonly update: UpdateMeeting,
    private readonly join: JoinMeeting,
    private readonly leave: LeaveMeeting,
    private readonly end: EndMeeting,
    private readonly state: ReadMeetingState,
    private readonly report: ReadMeetingReport,
  ) {}

  @Route('listMeetings')
  listMeetings(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listMeetings'>): Promise<RouteOutput<'listMeetings'>> {
    return this.list.run(actor, input);
  }

  @Route('createMeeting')
  createMeeting(@CurrentActor() actor: Actor, @Input() input: RouteInput<'createMeeting'>): Promise<Meeting> {
    return this.create.run(actor, input);
  }

  @Route('startMeeting')
  startMeeting(@CurrentActor() actor: Actor, @Input() input: RouteInput<'startMeeting'>): Promise<Meeting> {
    return this.start.run(actor, input);
  }

  @Route('getMeeting')
  async getMeeting(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'getMeeting'>): Promise<Meeting> {
    return toMeeting((await seeMeeting(this.database, actor, params.id)).meeting);
  }

  @Route('getMeetingState')
  getMeetingState(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'getMeetingState'>): Promise<RouteOutput<'getMeetingState'>> {
    return this.state.run(actor, params.id);
  }

  @Route('updateMeeting')
  updateMeeting(@CurrentActor() actor: Actor, @Input() input: RouteInput<'updateMeeting'>): Promise<Meeting> {
    return this.update.run(actor, input);
  }

  @Route('joinMeeting')
  joinMeeting(@CurrentActor() actor: Actor, @Input() input: RouteInput<'joinMeeting'>): Promise<Participant> {
    return this.join.run(actor, input);
  }

  @Route('leaveMeeting')
  leaveMeeting(@CurrentActor() actor: Actor, @Input() input: RouteInput<'leaveMeeting'>): Promise<void> {
    return this.leave.run(actor, input);
  }

  @Route('endMeeting')
  endMeeting(@CurrentActor() actor: Actor, @Input() input: RouteInput<'endMeeting'>): Promise<void> {
    return this.end.run(actor, input);
  }

  @Route('getMeetingReport')
  getMeetingReport(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'getMeetingReport'>): Promise<MeetingReport> {
    return this.report.run(actor, params.id);
  }
}
