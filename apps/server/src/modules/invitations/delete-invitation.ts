import { Injectable } from '@nestjs/common';
import { can } from '@parvis/permissions';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';

@Injectable()
export class DeleteInvitation {
  constructor(private readonly database: DataSource) {}

  /** @throws ApiError forbidden, not_found */
  async run(actor: Actor, id: string): Promise<void> {
    if (!can(actor, 'invitation.withdraw')) throw new ApiError('forbidden');
    const withdrawn = await this.database.query<unknown[]>(
      'WITH withdrawn AS (DELETE FROM invitation WHERE id = $1 RETURNING id) SELECT id FROM withdrawn',
      [id],
    );
    if (withdrawn.length === 0) throw new ApiError('not_found');
  }
}
