import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('stream_event')
@Index('stream_event_client_id', ['stream', 'author', 'clientId'], { unique: true, where: '(client_id IS NOT NULL)' })
export class StreamEventEntity {
  @PrimaryColumn({ name: 'stream', type: 'text' })
  stream: string;

  @PrimaryColumn({ name: 'seq', type: 'bigint' })
  seq: number;

  @Column({ name: 'type', type: 'text' })
  type: string;

  @Column({ name: 'payload', type: 'jsonb' })
  payload: object;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'author', type: 'uuid', nullable: true })
  author: string | null;

  @Column({ name: 'client_id', type: 'uuid', nullable: true })
  clientId: string | null;

  /** Hash of the request that the client's id was first seen with. */
  @Column({ name: 'request_hash', type: 'text', nullable: true })
  requestHash: string | null;
}
