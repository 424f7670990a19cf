import type { DocumentKind, LinkAccess } from '@parvis/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A document as it stands in the tree. What is written in it is in its log. */
@Entity('document')
@Check('document_home', '((channel_id IS NULL) <> (owner_id IS NULL))')
@Index('document_channel_id', ['channelId'], { where: '(channel_id IS NOT NULL)' })
@Index('document_owner_id', ['ownerId'], { where: '(owner_id IS NOT NULL)' })
@Index('document_parent_id', ['parentId'], { where: '(parent_id IS NOT NULL)' })
@Index('document_access_path', { synchronize: false })
@Index('document_trashed', ['trashedAt'], { where: '(trashed_at IS NOT NULL)' })
export class DocumentEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'kind', type: 'text' })
  kind: DocumentKind;

  @Column({ name: 'title', type: 'text' })
  title: string;

  @Column({ name: 'icon', type: 'text', nullable: true })
  icon: string | null;

  @Column({ name: 'channel_id', type: 'uuid', nullable: true })
  channelId: string | null;

  @Column({ name: 'owner_id', type: 'uuid', nullable: true })
  ownerId: string | null;

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId: string | null;

  @Column({ name: 'position', type: 'text', collation: 'C' })
  position: string;

  @Column({ name: 'inherits_access', type: 'boolean', default: true })
  inheritsAccess: boolean;

  /** Those whose grants and link hold here: itself, and what is above it as far as it inherits. */
  @Column({ name: 'access_path', type: 'uuid', array: true })
  accessPath: string[];

  /** It inherits all the way up, from its home too. */
  @Column({ name: 'inherits_home', type: 'boolean' })
  inheritsHome: boolean;

  @Column({ name: 'link_access', type: 'text', default: 'none' })
  linkAccess: LinkAccess;

  @Column({ name: 'published', type: 'boolean', default: false })
  published: boolean;

  @Column({ name: 'template', type: 'boolean', default: false })
  template: boolean;

  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;

  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy: string | null;

  @Column({ name: 'trashed_at', type: 'timestamptz', nullable: true })
  trashedAt: Date | null;

  @Column({ name: 'trashed_by', type: 'uuid', nullable: true })
  trashedBy: string | null;

  /** The document that was removed: it, or one above it. */
  @Column({ name: 'trashed_with', type: 'uuid', nullable: true })
  trashedWith: string | null;
}
