import { Injectable } from '@nestjs/common';
import { type RouteInput, streamId, type User } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { type Device, NewPasswords, Sessions } from '../auth/index.ts';
import { JoinChannel } from '../channels/index.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { AddTeamMember } from '../teams/index.ts';
import { CreateUser } from '../users/index.ts';
import type { InvitationRow } from './invitation-row.ts';
import { Invitations } from './invitations.ts';
import { OpenChannels } from './open-channels.ts';

/** Makes the account that an invitation is for, in its teams or, of a guest, channels, and signs it in. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly invitations: Invitations,
    private readonly organisation: OrganisationReader,
    private readonly newPasswords: NewPasswords,
    private readonly createUser: CreateUser,
    private readonly addTeamMember: AddTeamMember,
    private readonly openChannels: OpenChannels,
    private readonly joinChannel: JoinChannel,
    private readonly sessions: Sessions,
  ) {}

  /** @throws ApiError invitation_invalid, invitation_email_mismatch, email_taken, password_too_weak */
  async run(
    asked: RouteInput<'acceptInvitation'>['body'],
    device: Device,
    former: Actor | null,
  ): Promise<{ user: User; token: string }> {
    requireSameEmail(await this.invitations.byToken(this.database, asked.token), asked.email);
    const { name: organisationName } = await this.organisation.read(this.database);
    const passwordHash = await this.newPasswords.hash(asked.password, [asked.email, asked.name, organisationName]);
    return this.streams.transaction(async (tx) => {
      await tx.lock(await this.organisation.stream(tx));
      // Under the lock: of two at the same moment the second finds it used up.
      const invitation = await this.invitations.byToken(tx, asked.token);
      requireSameEmail(invitation, asked.email);
      const counted = await tx.query(
        `WITH counted AS (UPDATE invitation SET accepted_count = accepted_count + 1 WHERE id = $1 RETURNING id) SELECT id FROM counted`,
        [invitation.id],
      );
      if (counted.length === 0) throw new ApiError('invitation_invalid');
      await tx.lock(...invitation.channel_ids.map((id) => streamId('channel', id)));
      const channelIds = await this.openChannels.of(tx, invitation);
      const { name, email, language, timeZone } = asked;
      const user = await this.createUser.inTransaction(tx, { name, email, language, timeZone, role: invitation.role, passwordHash });
      for (const teamId of invitation.team_ids) {
        await this.addTeamMember.addInTransaction(tx, { teamId, userId: user.id });
      }
      for (const channelId of channelIds) {
        await this.joinChannel.joinInTransaction(tx, { channelId, userId: user.id, role: 'member' });
      }
      return { user, token: await this.sessions.start(tx, user.id, device, former) };
    });
  }
}

function requireSameEmail(invitation: InvitationRow, email: string): void {
  if (invitation.email !== null && invitation.email !== email) throw new ApiError('invitation_email_mismatch');
}
