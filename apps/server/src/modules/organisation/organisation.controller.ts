import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { OrganisationReader } from './organisation-reader.ts';
import { UpdateOrganisation } from './update-organisation.ts';

@Controller()
export class OrganisationController {
  constructor(
    private readonly database: DataSource,
    private readonly organisations: OrganisationReader,
    private readonly updateOrganisation: UpdateOrganisation,
  ) {}

  @Route('getOrganisation')
  get(): Promise<RouteOutput<'getOrganisation'>> {
    return this.organisations.read(this.database);
  }

  @Route('updateOrganisation')
  update(
    @CurrentActor() actor: Actor,
    @Input() { body }: RouteInput<'updateOrganisation'>,
  ): Promise<RouteOutput<'updateOrganisation'>> {
    return this.updateOrganisation.run(actor, body);
  }
}
