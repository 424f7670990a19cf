import { Injectable } from '@nestjs/common';
import type { Participant, RouteInput, User } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { type Device, Sessions } from '../auth/index.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { Users } from '../users/index.ts';
import { GuestRetirement } from './guest-retirement.ts';
import { JoinMeeting } from './join-meeting.ts';
import { lockMeeting } from './meeting-access.ts';
import { MeetingLinks } from './meeting-links.ts';

interface Joined {
  meetingId: string;
  participant: Participant;
  /** Of a guest who was made for this: signed in now. */
  session: { user: User; token: string } | null;
}

@Injectable()
export class JoinByMeetingLink {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly links: MeetingLinks,
    private readonly joining: JoinMeeting,
    private readonly sessions: Sessions,
    private readonly users: Users,
    private readonly organisation: OrganisationReader,
    private readonly retirement: GuestRetirement,
  ) {}

  /**
   * As oneself, or as a guest who is there for this meeting only: nobody's account is found by a name.
   * @throws ApiError meeting_link_invalid, invalid_request for nobody without a name, else as `JoinMeeting`
   */
  async run(actor: Actor | null, { body }: RouteInput<'joinByMeetingLink'>, device: Device): Promise<Joined> {
    const found = await this.links.find(this.database, body.token);
    return this.streams.transaction(async (tx) => {
      await lockMeeting(tx, found.id, actor ? [actor.userId] : []);
      // Under the lock: it may have been revoked.
      const { id: meetingId } = await this.links.find(tx, body.token);
      const session = actor ? null : await this.makeGuest(tx, body, device);
      const userId = actor?.userId ?? session?.user.id ?? '';
      await tx.query(
        `INSERT INTO meeting_standing (meeting_id, user_id, invited) VALUES ($1, $2, true)
         ON CONFLICT (meeting_id, user_id) DO UPDATE SET invited = true`,
        [meetingId, userId],
      );
      const participant = await this.joining.inTransaction(tx, { userId, role: actor?.role ?? 'guest' }, meetingId, body.deviceId);
      return { meetingId, participant, session };
    });
  }

  /** Cannot sign in again, is in no list, and is gone some time after the meeting. The organisation is not told. */
  private async makeGuest(tx: StreamTransaction, { name, ...asked }: RouteInput<'joinByMeetingLink'>['body'], device: Device): Promise<{ user: User; token: string }> {
    if (name === undefined) throw new ApiError('invalid_request', 'say your name');
    const language = asked.language ?? (await this.organisation.read(tx)).language;
    const id = v7();
    await tx.query(
      `INSERT INTO app_user (id, email, name, role, language, created_at, meeting_guest) VALUES ($1, $2, $3, 'guest', $4, $5, true)`,
      [id, `${id}@guest.invalid`, name, language, tx.at],
    );
    await this.retirement.atLatest(tx, id);
    const user = await this.users.byId(tx, id);
    if (!user) throw new Error('a new guest is not there');
    return { user, token: await this.sessions.start(tx, id, device) };
  }
}
