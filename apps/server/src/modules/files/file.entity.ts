import type { AttachmentKind } from '@parvis/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('file')
@Check('file_place', '((channel_id IS NULL) = (message_id IS NULL))')
@Index('file_message_id', ['messageId'], { where: '(message_id IS NOT NULL)' })
@Index('file_channel_id', ['channelId', 'createdAt', 'id'], { where: '(channel_id IS NOT NULL)' })
@Index('file_loose', ['createdAt'], { where: '(message_id IS NULL)' })
@Index('file_blob_id', ['blobId'])
@Index('file_thumbnail_blob_id', ['thumbnailBlobId'], { where: '(thumbnail_blob_id IS NOT NULL)' })
export class FileEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  /** Null until a message takes it: then it is its conversation's, not its sender's. */
  @Column({ name: 'channel_id', type: 'uuid', nullable: true })
  channelId: string | null;

  @Column({ name: 'message_id', type: 'uuid', nullable: true })
  messageId: string | null;

  /** Among the message's files. */
  @Column({ name: 'position', type: 'integer', default: 0 })
  position: number;

  @Column({ name: 'uploaded_by', type: 'uuid' })
  uploadedBy: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  /** What its bytes say, whatever was claimed. */
  @Column({ name: 'media_type', type: 'text' })
  mediaType: string;

  @Column({ name: 'kind', type: 'text' })
  kind: AttachmentKind;

  /** Bytes. */
  @Column({ name: 'size', type: 'bigint' })
  size: number;

  @Column({ name: 'blob_id', type: 'uuid' })
  blobId: string;

  @Column({ name: 'thumbnail_blob_id', type: 'uuid', nullable: true })
  thumbnailBlobId: string | null;

  /** Pixels as shown. */
  @Column({ name: 'width', type: 'integer', nullable: true })
  width: number | null;

  @Column({ name: 'height', type: 'integer', nullable: true })
  height: number | null;

  /** Milliseconds. */
  @Column({ name: 'duration', type: 'integer', nullable: true })
  duration: number | null;

  /** Of voice messages: peaks, 0 to 100. */
  @Column({ name: 'waveform', type: 'smallint', array: true, nullable: true })
  waveform: number[] | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
