import { Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('user_group_member')
@Index('user_group_member_user_id', ['userId'])
export class UserGroupMemberEntity {
  @PrimaryColumn({ name: 'group_id', type: 'uuid' })
  groupId: string;

  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;
}
