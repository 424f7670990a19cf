import { Controller, Res } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { visibleAmong } from '../../platform/people/visible-people.ts';
import { ListUsers } from './list-users.ts';
import { ReadAvatar } from './read-avatar.ts';
import { UpdateUser } from './update-user.ts';
import { Users } from './users.ts';

@Controller()
export class UsersController {
  constructor(
    private readonly database: DataSource,
    private readonly users: Users,
    private readonly listUsers: ListUsers,
    private readonly updateUser: UpdateUser,
    private readonly readAvatar: ReadAvatar,
  ) {}

  @Route('listUsers')
  list(@CurrentActor() actor: Actor, @Input() { query }: RouteInput<'listUsers'>): Promise<RouteOutput<'listUsers'>> {
    return this.listUsers.run(actor, query);
  }

  @Route('getUser')
  async get(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'getUser'>): Promise<RouteOutput<'getUser'>> {
    const [visible] = await visibleAmong(this.database, actor, [params.id]);
    const user = visible === undefined ? null : await this.users.byId(this.database, visible);
    if (!user) throw new ApiError('not_found');
    return user;
  }

  @Route('updateUser')
  update(@CurrentActor() actor: Actor, @Input() { params, body }: RouteInput<'updateUser'>): Promise<RouteOutput<'updateUser'>> {
    return this.updateUser.run(actor, params.id, body);
  }

  @Route('getAvatar')
  async avatar(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: RouteInput<'getAvatar'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { bytes, version } = await this.readAvatar.run(actor, params.id);
    void reply.headers({
      'content-type': 'image/webp',
      'cache-control': query.v === version ? 'private, max-age=31536000, immutable' : 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    });
    return bytes;
  }
}
