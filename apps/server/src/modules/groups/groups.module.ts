import { Module } from '@nestjs/common';
import { CreateGroup } from './create-group.ts';
import { DeleteGroup } from './delete-group.ts';
import { GroupAccess } from './group-access.ts';
import { GroupsController } from './groups.controller.ts';
import { ListGroupMembers } from './list-group-members.ts';
import { ListGroups } from './list-groups.ts';
import { SetGroupMember } from './set-group-member.ts';
import { UpdateGroup } from './update-group.ts';

@Module({
  controllers: [GroupsController],
  providers: [CreateGroup, DeleteGroup, GroupAccess, ListGroupMembers, ListGroups, SetGroupMember, UpdateGroup],
})
export class GroupsModule {}
