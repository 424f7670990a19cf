import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobHandlers } from '../../platform/jobs/job-handlers.ts';
import { BlobStore } from '../../platform/storage/blob-store.ts';
import { Blobs } from '../../platform/storage/blobs.ts';
import { LOOSE } from './file-row.ts';
import { UploadsFolder } from './uploads-folder.ts';

/** What became of no message for so long is swept away. */
const LOOSE_HOURS = 24;

/** Removes uploads and files that never became part of a message, and bytes that nothing refers to. */
@Injectable()
export class SweepFiles implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly store: BlobStore,
    private readonly blobs: Blobs,
    private readonly folder: UploadsFolder,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('files.sweep', () => this.run());
    this.handlers.register('storage.purge-blobs', async ({ blobIds }) => {
      await this.blobs.purge(blobIds);
    });
  }

  async run(now = new Date()): Promise<void> {
    const before = new Date(now.getTime() - LOOSE_HOURS * 3_600_000);
    await this.sweepUploads(before);
    await this.sweepLooseFiles(before);
    for await (const { id } of this.blobs.unreferenced(before)) await this.blobs.purge([id]);
    await this.store.tidy(before);
  }

  /** An upload that still grows is not swept, however long ago it began. */
  private async sweepUploads(before: Date): Promise<void> {
    const old = await this.database.query<{ id: string }[]>('SELECT id FROM upload WHERE created_at < $1', [before]);
    for (const { id } of old) {
      const found = await this.folder.stat(id);
      if (found && found.changedAt >= before) continue;
      await this.database.query('DELETE FROM upload WHERE id = $1', [id]);
      await this.folder.remove(id);
    }
    for (const id of await this.folder.ids()) {
      const [known] = await this.database.query<unknown[]>('SELECT 1 FROM upload WHERE id = $1', [id]);
      const found = known ? null : await this.folder.stat(id);
      if (found && found.changedAt < before) await this.folder.remove(id);
    }
  }

  /** Drafts and messages that are yet to be sent keep theirs. */
  private async sweepLooseFiles(before: Date): Promise<void> {
    await this.database.query(
      `DELETE FROM file WHERE ${LOOSE} AND created_at < $1
         AND NOT EXISTS (SELECT FROM draft WHERE draft.user_id = file.uploaded_by AND file.id = ANY(draft.file_ids))
         AND NOT EXISTS (SELECT FROM scheduled_message waiting WHERE waiting.user_id = file.uploaded_by AND waiting.ended_at IS NULL AND file.id = ANY(waiting.file_ids))`,
      [before],
    );
  }
}
