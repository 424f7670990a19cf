import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ChannelAccess } from './channel-access.ts';
import { readChannelMemberPage } from './member-page.ts';

@Injectable()
export class ListChannelMembers {
  constructor(
    private readonly database: DataSource,
    private readonly access: ChannelAccess,
  ) {}

  /** @throws ApiError not_found, invalid_cursor */
  async run(actor: Actor, { params, query }: RouteInput<'listChannelMembers'>): Promise<RouteOutput<'listChannelMembers'>> {
    await this.access.see(this.database, actor, params.id);
    return readChannelMemberPage(this.database, params.id, query);
  }
}
