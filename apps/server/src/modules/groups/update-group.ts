import { Injectable } from '@nestjs/common';
import type { RouteInput, UserGroup } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { GroupAccess } from './group-access.ts';
import { writeGroup } from './group.repository.ts';

@Injectable()
export class UpdateGroup {
  constructor(
    private readonly database: DataSource,
    private readonly access: GroupAccess,
  ) {}

  /** Messages that mention it keep doing so: they hold its id. @throws ApiError not_found, forbidden, name_taken */
  run(actor: Actor, { params, body }: RouteInput<'updateGroup'>): Promise<UserGroup> {
    return this.database.transaction(async (manager) => {
      const { group } = await this.access.change(manager, actor, params.id, 'group.update');
      const updated: UserGroup = { ...group, handle: body.handle ?? group.handle, name: body.name ?? group.name };
      if (updated.handle !== group.handle || updated.name !== group.name) await writeGroup(manager, updated);
      return updated;
    });
  }
}
