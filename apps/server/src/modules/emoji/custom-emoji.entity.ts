import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** An emoji that the organisation added. */
@Entity('custom_emoji')
@Unique('custom_emoji_name', ['name'])
@Index('custom_emoji_blob_id', ['blobId'])
export class CustomEmojiEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'blob_id', type: 'uuid' })
  blobId: string;

  /** Null once that person is gone. */
  @Column({ name: 'created_by', type: 'uuid', nullable: true })
  createdBy: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
