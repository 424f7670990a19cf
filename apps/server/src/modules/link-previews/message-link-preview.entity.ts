import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('message_link_preview')
@Index('message_link_preview_link_preview_id', ['linkPreviewId'])
export class MessageLinkPreviewEntity {
  @PrimaryColumn({ name: 'message_id', type: 'uuid' })
  messageId: string;

  @PrimaryColumn({ name: 'link_preview_id', type: 'uuid' })
  linkPreviewId: string;

  @Column({ name: 'position', type: 'integer' })
  position: number;

  /** By its author: not shown again, whatever is edited. */
  @Column({ name: 'removed', type: 'boolean', default: false })
  removed: boolean;
}
