import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The words of a document, to be found by. See `DocumentText`. */
@Entity('document_text')
export class DocumentTextEntity {
  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId: string;

  /** Of the update that the text was taken after. */
  @Column({ name: 'seq', type: 'bigint' })
  seq: number;

  @Column({ name: 'text', type: 'text' })
  text: string;
}
