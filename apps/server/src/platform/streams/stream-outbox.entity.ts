import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('stream_outbox')
export class StreamOutboxEntity {
  @PrimaryColumn({ name: 'stream', type: 'text' })
  stream: string;

  @PrimaryColumn({ name: 'seq', type: 'bigint' })
  seq: number;

  @Column({ name: 'at', type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
