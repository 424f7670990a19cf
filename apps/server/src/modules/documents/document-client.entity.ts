import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A Yjs client id, and the one person who writes under it. */
@Entity('document_client')
export class DocumentClientEntity {
  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId: string;

  @PrimaryColumn({ name: 'client_id', type: 'bigint' })
  clientId: number;

  @Column({ name: 'user_id', type: 'uuid' })
  userId: string;
}
