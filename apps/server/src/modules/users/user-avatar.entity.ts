import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Apart from the person, so that reading people never reads pictures. */
@Entity('user_avatar')
export class UserAvatarEntity {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  /** WebP, 256 x 256. */
  @Column({ name: 'bytes', type: 'bytea' })
  bytes: Buffer;
}
