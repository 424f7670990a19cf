import { Injectable } from '@nestjs/common';
import { type Organisation, type RouteInput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
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
      const organisation = { ...before, name: changes.name ?? before.name, language: changes.language ?? before.language };
      if (organisation.name === before.name && organisation.language === before.language) return before;
      await tx.query('UPDATE organisation SET name = $2, language = $3 WHERE id = $1', [
        organisation.id, organisation.name, organisation.language,
      ]);
      await tx.append(stream, 'organisation.updated', { organisation }, { author: actor.userId });
      return organisation;
    });
  }
}
