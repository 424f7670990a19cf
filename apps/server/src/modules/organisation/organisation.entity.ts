import type { Language } from '@parvis/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row per instance, which the index `organisation_single` sees to. */
@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'language', type: 'text' })
  language: Language;

  @Column({ name: 'link_previews', type: 'boolean', default: false })
  linkPreviews: boolean;

  @Column({ name: 'read_receipts', type: 'boolean', default: true })
  readReceipts: boolean;

  @Column({ name: 'custom_emoji_by', type: 'text', default: 'everyone' })
  customEmojiBy: 'everyone' | 'admins';

  @Column({ name: 'edit_history', type: 'text', default: 'everyone' })
  editHistory: 'everyone' | 'moderators' | 'nobody';

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
