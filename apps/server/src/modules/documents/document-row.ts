import type { Document, DocumentKind, DocumentName, DocumentRole, LinkAccess, SeenDocument } from '@parvis/contracts';
import { rankOf } from '../../platform/people/document-rank.ts';

/** Columns of `document d` that a Document is made of. */
export const DOCUMENT_COLUMNS = `
  d.id, d.kind, d.title, d.icon, d.channel_id AS "channelId", d.owner_id AS "ownerId", d.parent_id AS "parentId", d.position,
  d.inherits_access AS "inheritsAccess", d.link_access AS "linkAccess", d.published, d.template, d.created_by AS "createdBy", d.created_at AS "createdAt",
  d.updated_at AS "updatedAt", d.updated_by AS "updatedBy", d.trashed_at AS "trashedAt"`;

export interface DocumentRow {
  id: string;
  kind: DocumentKind;
  title: string;
  icon: string | null;
  channelId: string | null;
  ownerId: string | null;
  parentId: string | null;
  position: string;
  inheritsAccess: boolean;
  linkAccess: LinkAccess;
  published: boolean;
  template: boolean;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  updatedBy: string | null;
  trashedAt: Date | null;
}

const ROLES: readonly DocumentRole[] = ['reader', 'commenter', 'editor', 'manager'];
/** Of a rank as `rankOf` has it; null for 0. */
export const roleOfRank = (rank: number): DocumentRole | null => ROLES[rank - 1] ?? null;

/** SQL: the rest of a SeenDocument, for the person of column `person`. */
export const seenColumns = (person: string): string => `${DOCUMENT_COLUMNS}, ${rankOf(person)} AS rank,
  EXISTS (SELECT FROM document_favourite f WHERE f.document_id = d.id AND f.user_id = ${person}) AS favourite,
  EXISTS (SELECT FROM document child WHERE child.parent_id = d.id AND child.trashed_at IS NULL) AS "hasChildren"`;

export type SeenRow = DocumentRow & { rank: number; favourite: boolean; hasChildren: boolean };

export const toDocument = (row: DocumentRow): Document => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  icon: row.icon,
  channelId: row.channelId,
  ownerId: row.ownerId,
  parentId: row.parentId,
  position: row.position,
  inheritsAccess: row.inheritsAccess,
  linkAccess: row.linkAccess,
  published: row.published,
  template: row.template,
  createdBy: row.createdBy,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  updatedBy: row.updatedBy,
  trashedAt: row.trashedAt?.toISOString() ?? null,
});

/** Of a row whose rank is not 0. */
export const toSeenDocument = (row: SeenRow): SeenDocument => ({
  document: toDocument(row), role: roleOfRank(row.rank) ?? 'reader', favourite: row.favourite, hasChildren: row.hasChildren,
});

export const toDocumentName = ({ id, kind, title, icon }: Pick<DocumentRow, 'id' | 'kind' | 'title' | 'icon'>): DocumentName => ({ id, kind, title, icon });

/** As it goes out: without what only the server looks at. */
export const shown = ({ document, role, favourite, hasChildren }: SeenDocument): SeenDocument => ({ document, role, favourite, hasChildren });
