import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { visibleAmong } from '../../platform/people/visible-people.ts';

export interface Avatar {
  bytes: Buffer;
  version: string;
}

@Injectable()
export class ReadAvatar {
  constructor(private readonly database: DataSource) {}

  /** @throws ApiError not_found */
  async run(actor: Actor, userId: string): Promise<Avatar> {
    if ((await visibleAmong(this.database, actor, [userId])).length === 0) throw new ApiError('not_found');
    const [avatar] = await this.database.query<Avatar[]>(
      'SELECT bytes, avatar_version AS version FROM user_avatar JOIN app_user ON app_user.id = user_id WHERE user_id = $1',
      [userId],
    );
    if (!avatar) throw new ApiError('not_found');
    return avatar;
  }
}
