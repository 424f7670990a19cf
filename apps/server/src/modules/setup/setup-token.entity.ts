import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the one set-up link is known by, until set-up is done. */
@Entity('setup_token')
export class SetupTokenEntity {
  /** Always true: there is one. */
  @PrimaryColumn({ name: 'id', type: 'boolean', default: true })
  id: boolean;

  @Column({ name: 'token_hash', type: 'bytea' })
  tokenHash: Buffer;
}
