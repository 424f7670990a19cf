import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import { v7 } from 'uuid';
import { Config } from '../../platform/config/config.ts';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Mailer } from '../../platform/mail/mailer.ts';
import { hashSecretToken, newSecretToken } from '../auth/index.ts';
import { ChannelAccess } from '../channels/index.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { Users } from '../users/index.ts';
import { invitationMail } from './invitation-mail.ts';
import { INVITATION_COLUMNS, type InvitationRow, toInvitation } from './invitation-row.ts';

type Asked = RouteInput<'createInvitation'>['body'];

/** Invites by e-mail, or makes a link for several. */
@Injectable()
export class CreateInvitation {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly users: Users,
    private readonly channels: ChannelAccess,
    private readonly organisation: OrganisationReader,
    private readonly mailer: Mailer,
  ) {}

  /**
   * Guests are invited to channels that the actor may let them into, the others to teams.
   * @throws ApiError forbidden, email_taken, not_found for a team or channel, invalid_request for a guest without channels
   */
  async run(actor: Actor, asked: Asked): Promise<RouteOutput<'createInvitation'>> {
    if (!can(actor, 'invitation.create', { role: asked.role })) throw new ApiError('forbidden');
    if (asked.email && (await this.users.byEmail(this.database, asked.email))) throw new ApiError('email_taken', 'there is an account with this e-mail already');
    const teamIds = [...new Set(asked.teamIds)].sort();
    await requireTeams(this.database, teamIds);
    const channelIds = await this.requireChannels(actor, asked);
    const token = newSecretToken();
    const row = await insert(this.database, { ...asked, teamIds, channelIds }, actor.userId, token);
    const url = `${this.config.publicUrl}/invitation#token=${token}`;
    return { invitation: toInvitation(row), url, mailSent: await this.mail(actor, row, url) };
  }

  private async requireChannels(actor: Actor, { role, teamIds, channelIds: asked }: Asked): Promise<string[]> {
    const channelIds = [...new Set(asked)].sort();
    if (role !== 'guest') {
      if (channelIds.length > 0) throw new ApiError('invalid_request', 'only guests are invited to channels');
      return [];
    }
    if (channelIds.length === 0 || teamIds.length > 0) throw new ApiError('invalid_request', 'a guest is invited to channels, not to teams');
    for (const channelId of channelIds) {
      const { place } = await this.channels.see(this.database, actor, channelId);
      if (!can(actor, 'channel.add_guest', place)) throw new ApiError('forbidden', 'a guest cannot be brought into this channel');
    }
    return channelIds;
  }

  private async mail(actor: Actor, { email, expires_at: expiresAt }: InvitationRow, url: string): Promise<boolean> {
    if (email === null || !this.mailer.enabled) return false;
    const [inviter, organisation] = await Promise.all([
      this.users.byId(this.database, actor.userId),
      this.organisation.read(this.database),
    ]);
    const { name, language } = organisation;
    return this.mailer.send(invitationMail({ to: email, inviter: inviter?.name ?? name, organisation: name, language, url, expiresAt }));
  }
}

async function requireTeams(query: Query, teamIds: string[]): Promise<void> {
  if (teamIds.length === 0) return;
  const found = await query.query('SELECT id FROM team WHERE id = ANY($1)', [teamIds]);
  if (found.length < teamIds.length) throw new ApiError('not_found', 'a team does not exist');
}

/** Inviting an e-mail again replaces its former invitation, whose link then opens nothing. */
async function insert(query: Query, asked: Asked, createdBy: string, token: string): Promise<InvitationRow> {
  const rows = await query.query<InvitationRow>(
    `WITH replaced AS (DELETE FROM invitation WHERE email = $3)
     INSERT INTO invitation (id, token_hash, email, role, team_ids, channel_ids, created_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, $8, $6, now() + $7 * interval '1 day') RETURNING ${INVITATION_COLUMNS}`,
    [v7(), hashSecretToken(token), asked.email ?? null, asked.role, asked.teamIds, createdBy, asked.expiresInDays, asked.channelIds],
  );
  return rows[0] as InvitationRow;
}
