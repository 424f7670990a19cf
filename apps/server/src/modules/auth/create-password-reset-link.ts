import { Injectable } from '@nestjs/common';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Users } from '../users/index.ts';
import { ResetLinks } from './reset-links.ts';

/** A reset link that an admin hands over, for instances without mail. */
@Injectable()
export class CreatePasswordResetLink {
  constructor(
    private readonly database: DataSource,
    private readonly users: Users,
    private readonly links: ResetLinks,
  ) {}

  /** @throws ApiError not_found, forbidden */
  async run(actor: Actor, userId: string): Promise<string> {
    const user = await this.users.byId(this.database, userId);
    if (!user || user.deactivatedAt !== null) throw new ApiError('not_found');
    if (!can(actor, 'user.make_reset_link', { role: user.role, self: user.id === actor.userId })) throw new ApiError('forbidden');
    return this.links.make(this.database, user.id);
  }
}
