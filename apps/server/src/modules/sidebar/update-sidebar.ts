import { Injectable } from '@nestjs/common';
import { type RouteInput, type Sidebar, type SidebarSection, streamId } from '@parvis/contracts';
import { isDeepStrictEqual } from 'node:util';
import type { Query } from '../../platform/database/query.ts';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { Sidebars } from './sidebars.ts';

@Injectable()
export class UpdateSidebar {
  constructor(
    private readonly streams: Streams,
    private readonly sidebars: Sidebars,
  ) {}

  /**
   * Replaces the whole order. Conversations that the person is not in are left out: they may have
   * left one a moment ago.
   * @throws ApiError version_conflict when another device changed it since; invalid_request
   */
  run(actor: Actor, { body }: RouteInput<'updateSidebar'>): Promise<Sidebar> {
    requireOrder(body.sections);
    return this.streams.transaction(async (tx) => {
      const own = streamId('user', actor.userId);
      await tx.lock(own);
      const before = await this.sidebars.readFor(tx, actor.userId);
      if (before.version !== body.version) throw new ApiError('version_conflict');
      const sections = await onlyMine(tx, actor.userId, body.sections);
      if (isDeepStrictEqual(sections, before.sections)) return before;
      const sidebar: Sidebar = { version: before.version + 1, sections };
      await this.sidebars.write(tx, actor.userId, sidebar.version, sections);
      await tx.append(own, 'sidebar.updated', { sidebar });
      return sidebar;
    });
  }
}

function requireOrder(sections: readonly SidebarSection[]): void {
  const wrong = (message: string): never => {
    throw new ApiError('invalid_request', message, { errors: [{ path: 'body.sections', message }] });
  };
  const isOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
  if (sections.filter(({ kind }) => kind === 'favourites').length !== 1) wrong('there is one section of favourites');
  if (sections.some(({ kind, name }) => (kind === 'own') === (name === ''))) wrong('sections of one’s own have a name, favourites have none');
  if (!isOnce(sections.map(({ id }) => id))) wrong('an id is used twice');
  if (!isOnce(sections.flatMap(({ channelIds }) => channelIds))) wrong('a conversation stands in two places');
}

async function onlyMine(query: Query, userId: string, sections: readonly SidebarSection[]): Promise<SidebarSection[]> {
  const named = sections.flatMap(({ channelIds }) => channelIds);
  const rows = await query.query<{ id: string }>('SELECT channel_id AS id FROM channel_member WHERE user_id = $1 AND channel_id = ANY($2)', [userId, named]);
  const mine = new Set(rows.map(({ id }) => id));
  return sections.map(({ id, kind, name, collapsed, channelIds }) => ({ id, kind, name, collapsed, channelIds: channelIds.filter((channelId) => mine.has(channelId)) }));
}
