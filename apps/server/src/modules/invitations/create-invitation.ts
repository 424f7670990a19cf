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
    private readonly organisation: OrganisationReader,
    private readonly mailer: Mailer,
  ) {}

  /** @throws ApiError forbidden, email_taken, not_found for a team */
  async run(actor: Actor, asked: Asked): Promise<RouteOutput<'createInvitation'>> {
    if (!can(actor, 'invitation.create', { role: asked.role })) throw new ApiError('forbidden');
    if (asked.email && (await this.users.byEmail(this.database, asked.email))) throw new ApiError('email_taken', 'there is an account with this e-mail already');
    const teamIds = [...new Set(asked.teamIds)].sort();
    await requireTeams(this.database, teamIds);
    const token = newSecretToken();
    const row = await insert(this.database, { ...asked, teamIds }, actor.userId, token);
    const url = `${this.config.publicUrl}/invitation#token=${token}`;
    return { invitation: toInvitation(row), url, mailSent: await this.mail(actor, row, url) };
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
     INSERT INTO invitation (id, token_hash, email, role, team_ids, created_by, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + $7 * interval '1 day') RETURNING ${INVITATION_COLUMNS}`,
    [v7(), hashSecretToken(token), asked.email ?? null, asked.role, asked.teamIds, createdBy, asked.expiresInDays],
  );
  return rows[0] as InvitationRow;
}
