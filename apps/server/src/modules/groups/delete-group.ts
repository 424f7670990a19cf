import { Injectable } from '@nestjs/common';
import type { RouteInput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { LostRights } from '../../platform/streams/lost-rights.ts';
import { GroupAccess } from './group-access.ts';

@Injectable()
export class DeleteGroup {
  constructor(
    private readonly database: DataSource,
    private readonly access: GroupAccess,
    private readonly lostRights: LostRights,
  ) {}

  /** Whoever it mentioned before stays mentioned. @throws ApiError not_found, forbidden */
  async run(actor: Actor, { params }: RouteInput<'deleteGroup'>): Promise<void> {
    const members = await this.database.transaction(async (manager) => {
      await this.access.change(manager, actor, params.id, 'group.delete');
      const rows = await manager.query<{ userId: string }[]>('SELECT user_id AS "userId" FROM user_group_member WHERE group_id = $1', [params.id]);
      await manager.query('DELETE FROM user_group WHERE id = $1', [params.id]);
      return rows;
    });
    for (const { userId } of members) this.lostRights.tell(userId);
  }
}
