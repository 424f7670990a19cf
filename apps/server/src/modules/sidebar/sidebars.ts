import { Injectable } from '@nestjs/common';
import type { Sidebar, SidebarSection } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';

@Injectable()
export class Sidebars {
  /** A person's order of conversations; until they make one, an empty section of favourites. */
  async readFor(query: Query, userId: string): Promise<Sidebar> {
    const [row] = await query.query<Sidebar>('SELECT version, sections FROM sidebar WHERE user_id = $1', [userId]);
    return row ?? { version: 0, sections: [{ id: userId, kind: 'favourites', name: '', collapsed: false, channelIds: [] }] };
  }

  async write(query: Query, userId: string, version: number, sections: readonly SidebarSection[]): Promise<void> {
    await query.query(
      `INSERT INTO sidebar (user_id, version, sections) VALUES ($1, $2, $3)
       ON CONFLICT (user_id) DO UPDATE SET version = excluded.version, sections = excluded.sections`,
      [userId, version, JSON.stringify(sections)],
    );
  }
}
