import { DOCUMENT_SEED } from '@parvis/contracts';
import { generateNKeysBetween } from 'fractional-indexing';
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
import type { Query } from '../../platform/database/query.ts';
import type { DemoBlock, DemoDocument } from './demo-documents.ts';

interface Place {
  channelId: string | null;
  ownerId: string | null;
  parentId: string | null;
  path: readonly string[];
}

/** Documents as their authors would have left them. `idOf`: of a person's key; `channelOf`: of a channel's name. */
export async function seedDocuments(
  query: Query, documents: readonly DemoDocument[], now: Date, idOf: (key: string) => string, channelOf: (name: string) => string,
): Promise<void> {
  const write = async (document: DemoDocument, position: string, above: Place | null): Promise<void> => {
    const id = v7();
    const author = idOf(document.author);
    const at = new Date(now.getTime() - document.daysAgo * 86_400_000);
    const channelId = document.channel === undefined ? null : channelOf(document.channel);
    const place: Place = { channelId, ownerId: channelId === null ? author : null, parentId: id, path: [id, ...(above?.path ?? [])] };
    await query.query(
      `INSERT INTO document (id, kind, title, icon, channel_id, owner_id, parent_id, position, access_path, inherits_home, created_by, created_at, updated_at, updated_by)
       VALUES ($1, 'text', $2, $3, $4, $5, $6, $7, $8, true, $9, $10, $10, $9)`,
      [id, document.title, document.icon ?? null, place.channelId, place.ownerId, above?.parentId ?? null, position, place.path, author, at],
    );
    const bytes = Buffer.from(contentOf(document.blocks));
    await query.query('INSERT INTO document_log (document_id, head, size) VALUES ($1, 1, $2)', [id, bytes.byteLength]);
    await query.query('INSERT INTO document_update (document_id, seq, update_id, author_id, at, bytes) VALUES ($1, 1, $2, $3, $4, $5)', [id, randomUUID(), author, at, bytes]);
    await query.query('INSERT INTO document_text (document_id, seq, text) VALUES ($1, 1, $2)', [id, document.blocks.map(([, words]) => words).join('\n')]);
    await all(document.children ?? [], place);
  };
  const all = async (siblings: readonly DemoDocument[], above: Place | null): Promise<void> => {
    const positions = generateNKeysBetween(null, null, siblings.length);
    for (const [index, document] of siblings.entries()) await write(document, positions[index] ?? '', above);
  };
  await all(documents, null);
}

/** As the editor would have written it. */
function contentOf(blocks: readonly DemoBlock[]): Uint8Array {
  const doc = new Doc();
  applyUpdate(doc, Buffer.from(DOCUMENT_SEED, 'base64'));
  const group = doc.getXmlFragment('document').get(0) as XmlElement;
  group.delete(0, group.length);
  group.insert(0, blocks.map(([kind, words, attributes = {}]) => {
    const [container, block] = [new XmlElement('blockContainer'), new XmlElement(kind)];
    container.setAttribute('id', randomUUID());
    for (const [name, value] of Object.entries(attributes)) block.setAttribute(name, value as unknown as string);
    block.insert(0, [new XmlText(words)]);
    container.insert(0, [block]);
    return container;
  }));
  return encodeStateAsUpdate(doc);
}
