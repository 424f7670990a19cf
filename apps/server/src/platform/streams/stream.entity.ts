import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('stream')
export class StreamEntity {
  /** `<kind>:<uuid>` */
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  /** Seq of the newest event; 0 before the first. */
  @Column({ name: 'head', type: 'bigint', default: 0 })
  head: number;
}
