import { LIMITS } from '@parvis/contracts';
import { ContentAny, ContentDoc, ContentEmbed, ContentFormat, ContentJSON, decodeUpdate, GC, type ID, type Item, Skip } from 'yjs';
import { isOfSeed, SEED_CLIENT } from './seed-pieces.ts';

/** What an update is from, or why it is not taken. */
export type Inspected = { clients: number[] } | { refusal: string };

/** Different clients in one update: a merge of what one person wrote in some tabs. */
const CLIENTS = 200;
/** Pieces of one update, or of each megabyte of a larger one: what a megabyte of words or drawings is made of has longer ones. */
const STRUCTS = 100_000;
/** Of a client; Yjs writes what lies beyond as numbers that it can't read again. */
const CLOCK = 2 ** 40;
/** Of values inside of values. */
const DEPTH = 100;
/** Of elements inside of elements, as far as one update says: Yjs deletes them by recursion. */
const NESTING = 200;

/**
 * Looks at an update as bytes from anybody. What it lets through can be applied to any document: what
 * it builds on may be missing, then it waits there until that comes.
 */
export function inspectUpdate(bytes: Uint8Array): Inspected {
  let decoded: ReturnType<typeof decodeUpdate>;
  try {
    decoded = decodeUpdate(bytes);
  } catch {
    return { refusal: 'not a Yjs update' };
  }
  const clients = new Set<number>();
  const depths = new Map<string, number>();
  let structs = 0;
  let said = decoded.ds.clients.size > 0;
  for (const struct of decoded.structs) {
    structs += 1;
    const end = struct.id.clock + struct.length;
    if (struct.length < 1 || end > CLOCK) return { refusal: 'a clock that no client has' };
    if (struct instanceof Skip) continue;
    said = true;
    if (struct.id.client !== SEED_CLIENT) clients.add(struct.id.client);
    else if (!isOfSeed(struct, decoded)) return { refusal: `client ${SEED_CLIENT} writes what every document begins with, and nothing else` };
    if (struct instanceof GC) continue;
    const refusal = refusalOf(struct);
    if (refusal) return { refusal };
    if (depthOf(struct, depths) > NESTING) return { refusal: 'elements inside of too many elements' };
  }
  for (const ranges of decoded.ds.clients.values()) {
    if (ranges.some(({ clock, len }) => len < 1 || clock + len > CLOCK)) return { refusal: 'a clock that no client has' };
  }
  if (!said) return { refusal: 'the update says nothing' };
  if (clients.size > CLIENTS) return { refusal: 'too many clients in one update' };
  if (structs > STRUCTS * Math.max(1, bytes.byteLength / LIMITS.documentUpdateBytes)) return { refusal: 'too many pieces in one update' };
  return { clients: [...clients] };
}

function refusalOf({ id, origin, rightOrigin, parent, content }: Item): string | null {
  // Yjs looks for these at once where they are of the same client, and fails for good.
  if ([origin, rightOrigin, parent].some((reference) => isId(reference) && reference.client === id.client && reference.clock >= id.clock)) return 'builds on what comes after it';
  if (content instanceof ContentDoc) return 'a document inside of a document';
  if (content instanceof ContentAny || content instanceof ContentJSON) return isDeep(content.arr) ? 'values inside of too many values' : null;
  if (content instanceof ContentEmbed) return isDeep(content.embed) ? 'values inside of too many values' : null;
  if (content instanceof ContentFormat) return isDeep(content.value) ? 'values inside of too many values' : null;
  return null;
}

/** Where it stands, by what this update says of its parent and its neighbours. */
function depthOf({ id, length, origin, rightOrigin, parent }: Item, depths: Map<string, number>): number {
  const at = (of: ID | null): number | undefined => (of === null ? undefined : depths.get(`${of.client} ${of.clock}`));
  const depth = isId(parent) ? (at(parent) ?? 0) + 1 : (at(origin) ?? at(rightOrigin) ?? 0);
  for (const clock of [id.clock, id.clock + length - 1]) depths.set(`${id.client} ${clock}`, depth);
  return depth;
}

const isId = (value: unknown): value is ID => typeof value === 'object' && value !== null && 'clock' in value;

function isDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH) return true;
    level = level.flatMap((each) => (typeof each === 'object' && each !== null && !ArrayBuffer.isView(each) ? Object.values(each) : []));
  }
  return false;
}
