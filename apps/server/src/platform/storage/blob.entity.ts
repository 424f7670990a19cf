import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity('blob')
@Unique('blob_sha256', ['sha256'])
@Unique('blob_key', ['key'])
export class BlobEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'sha256', type: 'bytea' })
  sha256: Buffer;

  /** Of the store; random. */
  @Column({ name: 'key', type: 'text' })
  key: string;

  /** Bytes. */
  @Column({ name: 'size', type: 'bigint' })
  size: number;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;
}
