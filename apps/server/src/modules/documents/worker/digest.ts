import * as Y from 'yjs';

/** What a document says, besides how it looks. */
export interface Digest {
  /** All of it as one Yjs update. */
  bytes: Uint8Array;
  /** Words, a line per block. */
  text: string;
  /** Documents that it links to. */
  links: string[];
  mentions: { key: string; userId: string; words: Words }[];
}

/** The beginning of a line; whoever reads it knows the names of the people in it. */
export type Words = (string | { userId: string })[];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Characters. */
export const EXCERPT = 200;
/** Root types of a Yjs document: of the editor, and of the whiteboard. */
export const TEXT_ROOT = 'document';
export const BOARD_ROOT = 'elements';

/** Takes updates in order. Whatever stands in the document: a node of an unknown kind is passed through. */
export function digest(updates: readonly Uint8Array[]): Digest {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const found: Digest = { bytes: Y.encodeStateAsUpdate(doc), text: '', links: [], mentions: [] };
  const lines: string[] = [];
  readNodes(doc.getXmlFragment(TEXT_ROOT), lines, found);
  for (const element of doc.getMap(BOARD_ROOT).values()) lines.push(...boardTexts(element));
  found.text = lines.join('\n');
  found.links = [...new Set(found.links)];
  doc.destroy();
  return found;
}

/** In order of the document, without recursion: whatever is sent may stand in whatever depth. */
function readNodes(root: Y.XmlFragment, lines: string[], found: Digest): void {
  const waiting: (Y.XmlFragment | Y.XmlElement)[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const block of readNode(node, lines, found).reverse()) waiting.push(block);
  }
}

/** What an element says as it was typed, without the lines that its width made of it; and the name of a frame. */
function boardTexts(element: unknown): string[] {
  const { text, originalText, name, isDeleted } = (element ?? {}) as { text?: unknown; originalText?: unknown; name?: unknown; isDeleted?: unknown };
  if (isDeleted === true) return [];
  return [typeof originalText === 'string' && originalText !== '' ? originalText : text, name].filter((each): each is string => typeof each === 'string' && each !== '');
}

/** Its own words and attributes; answers the elements in it that may hold more. */
function readNode(node: Y.XmlFragment | Y.XmlElement, lines: string[], found: Digest): Y.XmlElement[] {
  const blocks: Y.XmlElement[] = [];
  const words: Words = [];
  const called: { key: string; userId: string }[] = [];
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlText) words.push(plainText(child));
    else if (child instanceof Y.XmlElement) {
      const attributes = child.getAttributes() as Record<string, unknown>;
      if (child.nodeName === 'mention') {
        const userId = uuidIn(attributes.userId);
        if (userId === null) continue;
        called.push({ key: uuidIn(attributes.id) ?? userId, userId });
        words.push({ userId });
      } else if (child.nodeName === 'documentLink') {
        const id = uuidIn(attributes.documentId);
        if (id !== null) found.links.push(id);
      } else {
        if (child.nodeName === 'embed' && attributes.kind === 'document') {
          const id = uuidIn(attributes.refId);
          if (id !== null) found.links.push(id);
        }
        for (const name of ['caption', 'name', 'formula', 'text']) {
          const value = attributes[name];
          if (typeof value === 'string' && value !== '') lines.push(value);
        }
        blocks.push(child);
      }
    }
  }
  const line = words.filter((piece) => typeof piece === 'string').join('').trim();
  if (line !== '') lines.push(line);
  const beginning = beginningOf(words);
  for (const mention of called) found.mentions.push({ ...mention, words: beginning });
  return blocks;
}

/** Enough of it for an excerpt. */
const beginningOf = (words: Words): Words => words.filter((piece) => piece !== '').slice(0, EXCERPT).map((piece) => (typeof piece === 'string' ? piece.slice(0, EXCERPT) : piece));
const plainText = (text: Y.XmlText): string => (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
const uuidIn = (value: unknown): string | null => (typeof value === 'string' && UUID.test(value) ? value : null);

/** Several updates as one, without loading what they make. */
export const merge = (updates: readonly Uint8Array[]): Uint8Array => (updates.length === 1 ? updates[0]! : Y.mergeUpdates([...updates]));
