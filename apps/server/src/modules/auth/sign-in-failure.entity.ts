import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Tries to sign in that have not succeeded, per account and per address. */
@Entity('sign_in_failure')
export class SignInFailureEntity {
  /** `account:<hash>` or `address:<address>` */
  @PrimaryColumn({ name: 'key', type: 'text' })
  key: string;

  @Column({ name: 'count', type: 'integer' })
  count: number;

  @Column({ name: 'last_at', type: 'timestamptz' })
  lastAt: Date;
}
