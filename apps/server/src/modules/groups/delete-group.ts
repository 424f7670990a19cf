import { Injectable } from '@nestjs/common';
import type { RouteInput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { GroupAccess } from './group-access.ts';

@Injectable()
export class DeleteGroup {
  constructor(
    private readonly database: DataSource,
    private readonly access: GroupAccess,
  ) {}

  /** Whoever it mentioned before stays mentioned. @throws ApiError not_found, forbidden */
  async run(actor: Actor, { params }: RouteInput<'deleteGroup'>): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.access.change(manager, actor, params.id, 'group.delete');
      await manager.query('DELETE FROM user_group WHERE id = $1', [params.id]);
    });
  }
}
