import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import { Config } from '../../platform/config/config.ts';
import { JobHandlers } from '../../platform/jobs/job-handlers.ts';
import { lockLog } from './document-log.repository.ts';

const DAY_MS = 86_400_000;
/** Snapshots are one a day for so long, then one a month. */
const DAILY_DAYS = 60;

/** SQL: snapshot `s` is what a named version of the document is made from. */
const MAKES_VERSION = `EXISTS (
  SELECT FROM document_version v WHERE v.document_id = s.document_id
    AND s.seq = (SELECT max(base.seq) FROM document_snapshot base WHERE base.document_id = v.document_id AND base.seq <= v.seq))`;

/**
 * Forgets how documents came to be what they were before the window of their history: updates that a
 * snapshot from before it holds. What makes the document of now, a moment of the window or a named
 * version stays.
 */
@Injectable()
export class PruneLog implements OnModuleInit {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly handlers: JobHandlers,
  ) {}

  onModuleInit(): void {
    this.handlers.register('documents.prune-log', () => this.run());
  }

  async run(now = new Date()): Promise<void> {
    const windowStart = new Date(now.getTime() - this.config.documentHistoryDays * DAY_MS);
    const daily = new Date(now.getTime() - DAILY_DAYS * DAY_MS);
    const rows = await this.database.query<{ id: string }[]>('SELECT DISTINCT document_id AS id FROM document_snapshot WHERE at < $1', [windowStart > daily ? windowStart : daily]);
    for (const { id } of rows) {
      await this.database.transaction(async (manager) => {
        if (!(await lockLog(manager, id))) return;
        await forgetBefore(manager, id, windowStart);
        await thinSnapshots(manager, id, daily);
      });
    }
  }
}

async function forgetBefore(query: Query, documentId: string, windowStart: Date): Promise<void> {
  // All that the window shows is made from this one and the updates after it.
  const [base] = await query.query<{ seq: number | null }>('SELECT max(seq) AS seq FROM document_snapshot WHERE document_id = $1 AND at <= $2', [documentId, windowStart]);
  if (base?.seq === null || base === undefined) return;
  await query.query(
    `DELETE FROM document_update u WHERE u.document_id = $1 AND u.seq <= $2
       AND NOT EXISTS (SELECT FROM document_version v WHERE v.document_id = $1 AND v.seq >= u.seq
         AND u.seq > coalesce((SELECT max(s.seq) FROM document_snapshot s WHERE s.document_id = $1 AND s.seq <= v.seq), 0))`,
    [documentId, base.seq],
  );
  await query.query(`DELETE FROM document_snapshot s WHERE s.document_id = $1 AND s.seq < $2 AND NOT ${MAKES_VERSION}`, [documentId, base.seq]);
}

/** The last of each month stays; its updates are there to find any other moment. */
async function thinSnapshots(query: Query, documentId: string, before: Date): Promise<void> {
  await query.query(
    `DELETE FROM document_snapshot s WHERE s.document_id = $1 AND s.at < $2
       AND s.seq <> (SELECT snapshot_seq FROM document_log WHERE document_id = $1)
       AND EXISTS (SELECT FROM document_snapshot later WHERE later.document_id = $1 AND later.seq > s.seq AND later.at < $2
         AND date_trunc('month', later.at AT TIME ZONE 'UTC') = date_trunc('month', s.at AT TIME ZONE 'UTC'))
       AND NOT ${MAKES_VERSION}
       AND (SELECT count(*) FROM document_update u WHERE u.document_id = $1 AND u.seq <= s.seq
         AND u.seq > coalesce((SELECT max(former.seq) FROM document_snapshot former WHERE former.document_id = $1 AND former.seq < s.seq), 0))
         = s.seq - coalesce((SELECT max(former.seq) FROM document_snapshot former WHERE former.document_id = $1 AND former.seq < s.seq), 0)`,
    [documentId, before],
  );
}
