import { Controller } from '@nestjs/common';
import type { Membership, RouteInput, Sidebar } from '@parvis/contracts';
import type { Actor } from '../../platform/http/actor.ts';
import { CurrentActor, Input, Route } from '../../platform/http/route.decorator.ts';
import { UpdateMembership } from './update-membership.ts';
import { UpdateSidebar } from './update-sidebar.ts';

@Controller()
export class SidebarController {
  constructor(
    private readonly updateSidebar: UpdateSidebar,
    private readonly updateMembership: UpdateMembership,
  ) {}

  @Route('updateSidebar')
  update(@CurrentActor() actor: Actor, @Input() input: RouteInput<'updateSidebar'>): Promise<Sidebar> {
    return this.updateSidebar.run(actor, input);
  }

  @Route('updateMembership')
  updateMine(@CurrentActor() actor: Actor, @Input() input: RouteInput<'updateMembership'>): Promise<Membership> {
    return this.updateMembership.run(actor, input);
  }
}
