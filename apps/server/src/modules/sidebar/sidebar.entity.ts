import type { SidebarSection } from '@parvis/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's own order of conversations. */
@Entity('sidebar')
export class SidebarEntity {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  @Column({ name: 'version', type: 'integer' })
  version: number;

  @Column({ name: 'sections', type: 'jsonb' })
  sections: SidebarSection[];
}
