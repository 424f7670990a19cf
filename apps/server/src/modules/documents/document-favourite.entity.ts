import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A document among somebody's favourites. */
@Entity('document_favourite')
@Index('document_favourite_document_id', ['documentId'])
export class DocumentFavouriteEntity {
  @PrimaryColumn({ name: 'user_id', type: 'uuid' })
  userId: string;

  @PrimaryColumn({ name: 'document_id', type: 'uuid' })
  documentId: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;
}
