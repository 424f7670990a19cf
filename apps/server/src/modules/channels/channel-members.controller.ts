import { Controller } from '@nestjs/common';
import type { RouteInput, RouteOutput } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { AddChannelMember } from './add-channel-member.ts';
import { JoinChannel } from './join-channel.ts';
import { LeaveChannel } from './leave-channel.ts';
import { ListChannelMembers } from './list-channel-members.ts';
import { RemoveChannelMember } from './remove-channel-member.ts';
import { UpdateChannelMember } from './update-channel-member.ts';

@Controller()
export class ChannelMembersController {
  constructor(
    private readonly list: ListChannelMembers,
    private readonly join: JoinChannel,
    private readonly leave: LeaveChannel,
    private readonly add: AddChannelMember,
    private readonly update: UpdateChannelMember,
    private readonly remove: RemoveChannelMember,
  ) {}

  @Route('listChannelMembers')
  listChannelMembers(@CurrentActor() actor: Actor, @Input() input: RouteInput<'listChannelMembers'>): Promise<RouteOutput<'listChannelMembers'>> {
    return this.list.run(actor, input);
  }

  @Route('joinChannel')
  joinChannel(@CurrentActor() actor: Actor, @Input() input: RouteInput<'joinChannel'>): Promise<RouteOutput<'joinChannel'>> {
    return this.join.run(actor, input);
  }

  @Route('leaveChannel')
  leaveChannel(@CurrentActor() actor: Actor, @Input() input: RouteInput<'leaveChannel'>): Promise<void> {
    return this.leave.run(actor, input);
  }

  @Route('addChannelMember')
  addChannelMember(@CurrentActor() actor: Actor, @Input() input: RouteInput<'addChannelMember'>): Promise<RouteOutput<'addChannelMember'>> {
    return this.add.run(actor, input);
  }

  @Route('updateChannelMember')
  updateChannelMember(@CurrentActor() actor: Actor, @Input() input: RouteInput<'updateChannelMember'>): Promise<RouteOutput<'updateChannelMember'>> {
    return this.update.run(actor, input);
  }

  @Route('removeChannelMember')
  removeChannelMember(@CurrentActor() actor: Actor, @Input() input: RouteInput<'removeChannelMember'>): Promise<void> {
    return this.remove.run(actor, input);
  }
}
