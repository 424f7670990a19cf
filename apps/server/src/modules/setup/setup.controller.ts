import { Controller, Req, Res } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { Input, type ParvisRequest, Route } from '../../platform/http/route.decorator.ts';
import { deviceOf, SignedIn } from '../auth/index.ts';
import { OrganisationReader } from '../organisation/index.ts';
import { CompleteSetup } from './complete-setup.ts';

@Controller()
export class SetupController {
  constructor(
    private readonly database: DataSource,
    private readonly organisation: OrganisationReader,
    private readonly completeSetup: CompleteSetup,
    private readonly signedIn: SignedIn,
  ) {}

  @Route('getSetup')
  async get(): Promise<RouteOutput<'getSetup'>> {
    return { required: (await this.organisation.find(this.database)) === null };
  }

  @Route('completeSetup')
  async complete(
    @Input() { body }: RouteInput<'completeSetup'>,
    @Req() request: ParvisRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RouteOutput<'completeSetup'>> {
    return this.signedIn.answer(await this.completeSetup.run(body, deviceOf(request)), 'cookie', reply);
  }
}
