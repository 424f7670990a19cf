import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { DeleteAvatar } from './delete-avatar.ts';
import { SetAvatar } from './set-avatar.ts';
import { UpdateMe } from './update-me.ts';
import { Users } from './users.ts';

@Controller()
export class MeController {
  constructor(
    private readonly database: DataSource,
    private readonly users: Users,
    private readonly updateMe: UpdateMe,
    private readonly setAvatar: SetAvatar,
    private readonly deleteAvatar: DeleteAvatar,
  ) {}

  @Route('getMe')
  async get(@CurrentActor() actor: Actor): Promise<RouteOutput<'getMe'>> {
    const me = await this.users.byId(this.database, actor.userId);
    if (!me) throw new ApiError('unauthenticated');
    return me;
  }

  @Route('updateMe')
  update(@CurrentActor() actor: Actor, @Input() { body }: RouteInput<'updateMe'>): Promise<RouteOutput<'updateMe'>> {
    return this.updateMe.run(actor.userId, body);
  }

  @Route('setAvatar')
  uploadAvatar(@CurrentActor() actor: Actor, @Input() { body }: RouteInput<'setAvatar'>): Promise<RouteOutput<'setAvatar'>> {
    return this.setAvatar.run(actor.userId, body.bytes);
  }

  @Route('deleteAvatar')
  removeAvatar(@CurrentActor() actor: Actor): Promise<RouteOutput<'deleteAvatar'>> {
    return this.deleteAvatar.run(actor.userId);
  }
}
