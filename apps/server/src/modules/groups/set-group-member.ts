import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { LostRights } from '../../platform/streams/lost-rights.ts';
import { requireGroupPeople } from './group-people.ts';
import { GroupAccess } from './group-access.ts';
import { insertMembers, requireRoom } from './group.repository.ts';

@Injectable()
export class SetGroupMember {
  constructor(
    private readonly database: DataSource,
    private readonly access: GroupAccess,
    private readonly lostRights: LostRights,
  ) {}

  /** @throws ApiError not_found, forbidden, too_many */
  async add(actor: Actor, { id, userId }: { id: string; userId: string }): Promise<void> {
    await this.database.transaction(async (manager) => {
      const { group } = await this.access.change(manager, actor, id, 'group.set_members');
      await requireGroupPeople(manager, group.teamId, [userId]);
      await insertMembers(manager, id, [userId]);
      await requireRoom(manager, id);
    });
  }

  /** Who isn't in it stays out. @throws ApiError not_found, forbidden */
  async remove(actor: Actor, { id, userId }: { id: string; userId: string }): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.access.change(manager, actor, id, 'group.set_members');
      await manager.query('DELETE FROM user_group_member WHERE group_id = $1 AND user_id = $2', [id, userId]);
    });
    this.lostRights.tell(userId);
  }
}
