import { Injectable } from '@nestjs/common';
import { type Organisation, type RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { OrganisationReader } from './organisation-reader.ts';

@Injectable()
export class UpdateOrganisation {
  constructor(
    private readonly streams: Streams,
    private readonly organisations: OrganisationReader,
  ) {}

  run(actor: Actor, changes: RouteInput<'updateOrganisation'>['body']): Promise<Organisation> {
    if (!can(actor, 'organisation.update')) throw new ApiError('forbidden');
    return this.streams.transaction(async (tx) => {
      const stream = await this.organisations.stream(tx);
      await tx.lock(stream);
      const before = await this.organisations.read(tx);
      const organisation = { ...before, ...definedOnly(changes) };
      if (isDeepStrictEqual(organisation, before)) return before;
      await tx.query(
        `UPDATE organisation SET name = $2, language = $3, link_previews = $4, read_receipts = $5, custom_emoji_by = $6, edit_history = $7 WHERE id = $1`,
        [
          organisation.id, organisation.name, organisation.language, organisation.linkPreviews, organisation.readReceipts,
          organisation.customEmojiBy, organisation.editHistory,
        ],
      );
      await tx.append(stream, 'organisation.updated', { organisation }, { author: actor.userId });
      return organisation;
    });
  }
}

/** The fields that were given. */
const definedOnly = <T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
