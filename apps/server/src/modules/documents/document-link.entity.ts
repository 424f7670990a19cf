import { Entity, Index, PrimaryColumn } from 'typeorm';

/** A document that another one links to; may be gone meanwhile. */
@Entity('document_link')
@Index('document_link_to_id', ['toId'])
export class DocumentLinkEntity {
  @PrimaryColumn({ name: 'from_id', type: 'uuid' })
  fromId: string;

  @PrimaryColumn({ name: 'to_id', type: 'uuid' })
  toId: string;
}
