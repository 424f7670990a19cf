import { Injectable } from '@nestjs/common';
import type { Snapshot } from '@parvis/contracts';
import type { EntityManager } from 'typeorm';
import { Drafts } from '../drafts/index.ts';
import { SavedItems } from '../saved/index.ts';
import { ScheduledMessages } from '../scheduled-messages/index.ts';
import { Sidebars } from '../sidebar/index.ts';

/** The part of a snapshot that a person made for nobody but themselves. */
@Injectable()
export class ReadPersonal {
  constructor(
    private readonly drafts: Drafts,
    private readonly saved: SavedItems,
    private readonly scheduled: ScheduledMessages,
    private readonly sidebars: Sidebars,
  ) {}

  async read(manager: EntityManager, userId: string): Promise<Pick<Snapshot, 'drafts' | 'saved' | 'scheduled' | 'sidebar'>> {
    return {
      drafts: await this.drafts.readFor(manager, userId),
      saved: await this.saved.readFor(manager, userId),
      scheduled: await this.scheduled.readFor(manager, userId),
      sidebar: await this.sidebars.readFor(manager, userId),
    };
  }
}
