import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { CreateGroup } from './create-group.ts';
import { DeleteGroup } from './delete-group.ts';
import { GroupAccess } from './group-access.ts';
import { ListGroupMembers } from './list-group-members.ts';
import { ListGroups } from './list-groups.ts';
import { SetGroupMember } from './set-group-member.ts';
import { UpdateGroup } from './update-group.ts';

@Controller()
export class GroupsController {
  constructor(
    private readonly database: DataSource,
    private readonly access: GroupAccess,
    private readonly list: ListGroups,
    private readonly create: CreateGroup,
    private readonly update: UpdateGroup,
    private readonly remove: DeleteGroup,
    private readonly members: ListGroupMembers,
    private readonly member: SetGroupMember,
  ) {}

  @Route('listGroups')
  listGroups(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listGroups'>): Promise<RouteOutput<'listGroups'>> {
    return this.list.run(actor, input);
  }

  @Route('createGroup')
  createGroup(@CurrentActor() actor: Actor, @Input() input: RouteInput<'createGroup'>): Promise<RouteOutput<'createGroup'>> {
    return this.create.run(actor, input);
  }

  @Route('getGroup')
  async getGroup(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'getGroup'>): Promise<RouteOutput<'getGroup'>> {
    return (await this.access.see(this.database, actor, params.id)).group;
  }

  @Route('updateGroup')
  updateGroup(@CurrentActor() actor: Actor, @Input() input: RouteInput<'updateGroup'>): Promise<RouteOutput<'updateGroup'>> {
    return this.update.run(actor, input);
  }

  @Route('deleteGroup')
  deleteGroup(@CurrentActor() actor: Actor, @Input() input: RouteInput<'deleteGroup'>): Promise<void> {
    return this.remove.run(actor, input);
  }

  @Route('listGroupMembers')
  listGroupMembers(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listGroupMembers'>): Promise<RouteOutput<'listGroupMembers'>> {
    return this.members.run(actor, input);
  }

  @Route('addGroupMember')
  addGroupMember(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'addGroupMember'>): Promise<void> {
    return this.member.add(actor, params);
  }

  @Route('removeGroupMember')
  removeGroupMember(@CurrentActor() actor: Actor, @Input() { params }: RouteInput<'removeGroupMember'>): Promise<void> {
    return this.member.remove(actor, params);
  }
}
