import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** What a page says of itself, as it was when it was last fetched. */
@Entity('link_preview')
@Unique('link_preview_url', ['url'])
@Index('link_preview_image_blob_id', ['imageBlobId'], { where: '(image_blob_id IS NOT NULL)' })
export class LinkPreviewEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'url', type: 'text' })
  url: string;

  /** Null: nothing to show. */
  @Column({ name: 'title', type: 'text', nullable: true })
  title: string | null;

  @Column({ name: 'description', type: 'text', default: '' })
  description: string;

  @Column({ name: 'site_name', type: 'text', default: '' })
  siteName: string;

  @Column({ name: 'image_blob_id', type: 'uuid', nullable: true })
  imageBlobId: string | null;

  @Column({ name: 'fetched_at', type: 'timestamptz' })
  fetchedAt: Date;
}
