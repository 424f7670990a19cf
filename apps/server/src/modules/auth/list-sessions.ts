import { Injectable } from '@nestjs/common';
import type { Session } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';

interface Row {
  id: string;
  user_agent: string;
  address: string;
  created_at: Date;
  last_seen_at: Date;
}

@Injectable()
export class ListSessions {
  constructor(private readonly database: DataSource) {}

  async run(actor: Actor): Promise<Session[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT id, user_agent, address, created_at, last_seen_at FROM session
       WHERE user_id = $1 AND expires_at > now() ORDER BY created_at DESC, id DESC`,
      [actor.userId],
    );
    return rows.map((row) => ({
      id: row.id,
      current: row.id === actor.sessionId,
      userAgent: row.user_agent,
      address: row.address,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
    }));
  }
}
