import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An upload on its way; its bytes so far are in the folder of uploads. */
@Entity('upload')
@Index('upload_user_id', ['userId'])
@Index('upload_file_id', ['fileId'], { where: '(file_id IS NOT NULL)' })
export class UploadEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'user_id', type: 'uuid' })
  userId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  /** Bytes that it will have. */
  @Column({ name: 'size', type: 'bigint' })
  size: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** Set once it is whole. */
  @Column({ name: 'file_id', type: 'uuid', nullable: true })
  fileId: string | null;
}
