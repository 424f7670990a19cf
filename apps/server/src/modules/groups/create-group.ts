import { Injectable } from '@nestjs/common';
import { LIMITS, type RouteInput, type UserGroup } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { requireGroupPeople } from './group-people.ts';
import { GroupAccess } from './group-access.ts';
import { insertGroup, insertMembers } from './group.repository.ts';

@Injectable()
export class CreateGroup {
  constructor(
    private readonly database: DataSource,
    private readonly access: GroupAccess,
  ) {}

  /** @throws ApiError forbidden, not_found, name_taken, too_many */
  run(actor: Actor, { body }: RouteInput<'createGroup'>): Promise<UserGroup> {
    const { handle, name, teamId } = body;
    const userIds = [...new Set(body.userIds)];
    return this.database.transaction(async (manager) => {
      await this.access.requireCreate(manager, actor, teamId);
      await requireGroupPeople(manager, teamId, userIds);
      await requireFewGroups(manager);
      const group = { id: uuidv7(), handle, name, teamId };
      await insertGroup(manager, group, actor.userId, new Date());
      await insertMembers(manager, group.id, userIds);
      return { ...group, memberCount: userIds.length };
    });
  }
}

async function requireFewGroups(query: Query): Promise<void> {
  const [row] = await query.query<{ groups: number }>('SELECT count(*)::int AS groups FROM user_group');
  if ((row?.groups ?? 0) >= LIMITS.userGroups) throw new ApiError('too_many', `there are at most ${LIMITS.userGroups} groups`);
}
