import { Injectable } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ChannelAccess, readReceiptAudience } from '../channels/index.ts';

@Injectable()
export class ListReceipts {
  constructor(
    private readonly database: DataSource,
    private readonly access: ChannelAccess,
  ) {}

  /** Up to where the others read, who let it be known; nothing to who doesn't do so too. @throws ApiError not_found */
  async run(actor: Actor, { params }: RouteInput<'listReceipts'>): Promise<RouteOutput<'listReceipts'>> {
    await this.access.requireMember(this.database, params.id, actor.userId);
    return { receipts: await readReceiptAudience(this.database, params.id, actor.userId) };
  }
}
