import { Injectable } from '@nestjs/common';
import type { ConnectionQuality } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';

const EVERY_MS = 5_000;
/** A device tells it by its own clock. */
const TOLERANCE_MS = 1_000;

/** In the order of the columns `quality_sums` and `quality_counts`. */
export const QUALITY_FIELDS = ['rtt', 'jitter', 'loss', 'sendKbps', 'receiveKbps'] as const;

/** What devices tell of their connections: sums, for the means of the report. */
@Injectable()
export class RecordQuality {
  private readonly toldAt = new Map<string, number>();

  constructor(private readonly database: DataSource) {}

  /** What comes too soon after the last is passed over. */
  async of(participantId: string, seen: ConnectionQuality, now = Date.now()): Promise<void> {
    if (now - (this.toldAt.get(participantId) ?? 0) < EVERY_MS - TOLERANCE_MS) return;
    this.toldAt.set(participantId, now);
    const values = QUALITY_FIELDS.map((field) => seen[field]);
    const query: Query = this.database;
    await query.query(
      `UPDATE meeting_participant SET
         quality_sums = ARRAY(SELECT sum + coalesce(value, 0) FROM unnest(quality_sums, $2::double precision[]) WITH ORDINALITY AS told (sum, value, place) ORDER BY place),
         quality_counts = ARRAY(SELECT count + (value IS NOT NULL)::int FROM unnest(quality_counts, $2::double precision[]) WITH ORDINALITY AS told (count, value, place) ORDER BY place)
       WHERE id = $1`,
      [participantId, values],
    );
  }

  forget(participantId: string): void {
    this.toldAt.delete(participantId);
  }
}
