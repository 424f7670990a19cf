import { DOCUMENT_SEED } from '@parvis/contracts';
import { ContentDeleted, decodeUpdate, GC, Item, UpdateEncoderV1 } from 'yjs';

type Decoded = ReturnType<typeof decodeUpdate>;
type Struct = Decoded['structs'][number];

export const SEED_CLIENT = 1;

/** Pieces of what every document begins with, by their clocks: as they are written, and as what is left of them once they are deleted. */
const PIECES = new Map(decodeUpdate(Buffer.from(DOCUMENT_SEED, 'base64')).structs.map((struct) => [struct.id.clock, [written(struct), written(emptied(struct))] as const]));
const END = PIECES.size;

/** Whether it is what everybody may write, as nobody: exactly so, or gone, where the same update says to everybody that it is deleted. */
export function isOfSeed(struct: Struct, { ds }: Decoded): boolean {
  const { clock } = struct.id;
  const [alive, deleted] = PIECES.get(clock) ?? [];
  if (!(struct instanceof GC)) {
    const bytes = written(struct);
    if (bytes === alive) return true;
    if (bytes !== deleted) return false;
  }
  const end = clock + struct.length;
  return end <= END && (ds.clients.get(SEED_CLIENT) ?? []).some((range) => range.clock <= clock && range.clock + range.len >= end);
}

function emptied(struct: Struct): Struct {
  if (!(struct instanceof Item)) return struct;
  const { id, origin, rightOrigin, parent, parentSub, length } = struct;
  return new Item(id, null, origin, null, rightOrigin, parent, parentSub, new ContentDeleted(length));
}

function written(struct: Struct): string {
  const encoder = new UpdateEncoderV1();
  struct.write(encoder, 0);
  return Buffer.from(encoder.toUint8Array()).toString('base64');
}
