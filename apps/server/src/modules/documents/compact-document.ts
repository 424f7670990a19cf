import { Injectable, type OnModuleInit } from '@nestjs/common';
import { streamId } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import { JobHandlers } from '../../platform/jobs/job-handlers.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { lockLog, readState } from './document-log.repository.ts';
import { DocumentText } from './document-text.ts';
import { DocumentWorker } from './document-worker.ts';
import { keepTextMentions } from './text-mentions.ts';
import type { Digest } from './worker/digest.ts';

/** Milliseconds from an update to the reading of the whole; more by so many for each MiB that has to be read. */
const DELAY = 3_000;
const DELAY_PER_MIB = 3_000;
/** Updates after which they are put together with what was before. */
const SNAPSHOT_AFTER = 300;
/** Fewer wait until nobody writes any more, for so long in milliseconds. */
const IDLE = 60_000;
const SNAPSHOT_WHEN_IDLE = 20;

/**
 * Reads a document a moment after it was written in: its text to be found by, its links and mentions;
 * and puts its updates together now and then, so that opening it stays quick. The updates themselves stay.
 */
@Injectable()
export class CompactDocument implements OnModuleInit {
  private readonly planned = new Map<string, number>();

  constructor(
    private readonly database: DataSource,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly streams: Streams,
    private readonly worker: DocumentWorker,
    private readonly text: DocumentText,
  ) {}

  onModuleInit(): void {
    this.handlers.register('documents.compact', ({ documentId }) => this.run(documentId));
  }

  /** When it is read next, in milliseconds, as far as that is planned and yet to come: what is written before then needs no plan. */
  plannedFor(documentId: string): number | null {
    const moment = this.planned.get(documentId) ?? 0;
    return moment > Date.now() ? moment : null;
  }

  /**
   * Part of the transaction that wrote. `size`: bytes of the whole. Answers the moment that it is
   * planned for, in milliseconds, to be told to `committed`; null when it was before. One that waits
   * past its moment keeps that: it may begin before what is written next.
   */
  async plan(query: Query, documentId: string, authorId: string, size: number): Promise<number | null> {
    const now = Date.now();
    if (this.plannedFor(documentId) !== null) return null;
    for (const [id, until] of this.planned) if (until <= now) this.planned.delete(id);
    const runAt = now + DELAY + DELAY_PER_MIB * (size / 2 ** 20);
    await query.query('UPDATE document SET updated_at = now(), updated_by = $2 WHERE id = $1', [documentId, authorId]);
    return (await this.add(query, documentId, runAt)).getTime();
  }

  committed(documentId: string, runAt: number): void {
    this.planned.set(documentId, runAt);
  }

  async run(documentId: string, now = Date.now()): Promise<void> {
    const { head, updates } = await readState(this.database, documentId);
    if (head === 0) return;
    const found = await this.worker.digest(updates);
    await this.streams.transaction(async (tx) => {
      const log = await lockLog(tx, documentId);
      if (!log) return;
      const [{ lastAt, authorId } = { lastAt: new Date(0), authorId: null }] = await tx.query<{ lastAt: Date; authorId: string | null }>(
        'SELECT at AS "lastAt", author_id AS "authorId" FROM document_update WHERE document_id = $1 AND seq = $2', [documentId, head],
      );
      await this.keepText(tx, documentId, head, found);
      const behind = head - log.snapshotSeq;
      const idle = now - lastAt.getTime() >= IDLE && log.head === head;
      if (behind >= SNAPSHOT_AFTER || (idle && behind >= SNAPSHOT_WHEN_IDLE)) await keepSnapshot(tx, documentId, head, found.bytes);
      // What was committed while this was read is read by the next.
      if (log.head > head) await this.add(tx, documentId, now + DELAY);
      else if (!idle && behind >= SNAPSHOT_WHEN_IDLE && behind < SNAPSHOT_AFTER) await this.add(tx, documentId, now + IDLE, true);
      const told = await keepTextMentions(tx, documentId, found.mentions, authorId);
      for (const { userId, excerpt } of told) await tx.append(streamId('user', userId), 'document.mentioned', { documentId, byUserId: authorId, excerpt });
    });
  }

  /** `idle`: beside what reads it soon, which must not wait for as long. */
  private add(query: Query, documentId: string, at: number, idle = false): Promise<Date> {
    return this.jobs.add(query, 'documents.compact', { documentId }, { runAt: new Date(at), key: `documents.compact:${documentId}${idle ? ':idle' : ''}`, keepMoment: true });
  }

  private async keepText(query: Query, documentId: string, seq: number, { text, links }: Digest): Promise<void> {
    if (!(await this.text.keep(query, documentId, seq, text))) return;
    await query.query('DELETE FROM document_link WHERE from_id = $1', [documentId]);
    await query.query('INSERT INTO document_link (from_id, to_id) SELECT $1, unnest($2::uuid[])', [documentId, links]);
  }
}

/** One a day is kept, to find earlier moments from; and the last. */
async function keepSnapshot(query: Query, documentId: string, seq: number, bytes: Uint8Array): Promise<void> {
  await query.query(
    `WITH former AS (
       DELETE FROM document_snapshot s USING document_log l
       WHERE s.document_id = $1 AND l.document_id = $1 AND s.seq = l.snapshot_seq AND (s.at AT TIME ZONE 'UTC')::date = (now() AT TIME ZONE 'UTC')::date AND s.seq <> $2
     ), kept AS (INSERT INTO document_snapshot (document_id, seq, at, bytes) VALUES ($1, $2, now(), $3) ON CONFLICT DO NOTHING)
     UPDATE document_log SET snapshot_seq = $2,
       size = $4 + (SELECT coalesce(sum(octet_length(u.bytes)), 0) FROM document_update u WHERE u.document_id = $1 AND u.seq > $2)
     WHERE document_id = $1 AND snapshot_seq < $2`,
    [documentId, seq, Buffer.from(bytes), bytes.byteLength],
  );
}
