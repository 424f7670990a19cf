import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config/config.ts';
import { JobHandlers } from '../../platform/jobs/job-handlers.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { homeStream } from './document-access.ts';
import { TellDocument } from './tell-document.ts';
import { purgeTree } from './trash-document.ts';

const DAY_MS = 86_400_000;

/** Removes for good what has been in the trash for long. Files that nothing else shows go with the next sweep of files. */
@Injectable()
export class SweepTrash implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly streams: Streams,
    private readonly tell: TellDocument,
    private readonly config: Config,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('documents.sweep-trash', () => this.run());
  }

  async run(now = new Date()): Promise<void> {
    const before = new Date(now.getTime() - this.config.documentTrashDays * DAY_MS);
    const old = await this.database.query<{ id: string; channelId: string | null; ownerId: string | null }[]>(
      'SELECT id, channel_id AS "channelId", owner_id AS "ownerId" FROM document WHERE trashed_with = id AND trashed_at < $1 ORDER BY trashed_at', [before],
    );
    for (const { id, ...home } of old) {
      await this.streams.transaction(async (tx) => {
        const stream = homeStream(home);
        await tx.lock(stream);
        // Brought back, moved or purged meanwhile: another time, if at all.
        const [still] = await tx.query(
          'SELECT 1 FROM document WHERE id = $1 AND trashed_with = id AND trashed_at < $2 AND channel_id IS NOT DISTINCT FROM $3 AND owner_id IS NOT DISTINCT FROM $4',
          [id, before, home.channelId, home.ownerId],
        );
        if (!still) return;
        await purgeTree(tx, id);
        await this.tell.home(tx, stream, id);
      });
    }
  }
}
