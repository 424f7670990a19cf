import type { DocumentRole } from '@parvis/contracts';
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A document shared with a person or a group: holds for what is below it too, as far as that inherits. */
@Entity('document_grant')
@Check('document_grant_whom', '((user_id IS NULL) <> (group_id IS NULL))')
@Unique('document_grant_user', ['documentId', 'userId'])
@Unique('document_grant_group', ['documentId', 'groupId'])
@Index('document_grant_user_id', ['userId'], { where: '(user_id IS NOT NULL)' })
@Index('document_grant_group_id', ['groupId'], { where: '(group_id IS NOT NULL)' })
export class DocumentGrantEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'document_id', type: 'uuid' })
  documentId: string;

  @Column({ name: 'user_id', type: 'uuid', nullable: true })
  userId: string | null;

  @Column({ name: 'group_id', type: 'uuid', nullable: true })
  groupId: string | null;

  @Column({ name: 'role', type: 'text' })
  role: DocumentRole;

  @Column({ name: 'granted_by', type: 'uuid', nullable: true })
  grantedBy: string | null;

  @Column({ name: 'granted_at', type: 'timestamptz' })
  grantedAt: Date;
}
