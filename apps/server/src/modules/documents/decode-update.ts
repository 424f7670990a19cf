import { DOCUMENT_SEED } from '@parvis/contracts';
import { decodeUpdate, Skip, UpdateEncoderV1 } from 'yjs';
import { ApiError } from '../../platform/http/api-error.ts';

/** Different clients in one update: a merge of what one person wrote in some tabs. */
const CLIENTS = 200;

const SEED_CLIENT = 1;
type Struct = ReturnType<typeof decodeUpdate>['structs'][number];

const written = (struct: Struct): string => {
  const encoder = new UpdateEncoderV1();
  struct.write(encoder, 0);
  return Buffer.from(encoder.toUint8Array()).toString('base64');
};
const keyOf = ({ id }: Struct): string => `${id.client} ${id.clock}`;
/** What everybody may write, as nobody: exactly so. */
const SEED = new Map(decodeUpdate(Buffer.from(DOCUMENT_SEED, 'base64')).structs.map((struct) => [keyOf(struct), written(struct)]));
const isSeed = (struct: Struct): boolean => SEED.get(keyOf(struct)) === written(struct);

/** The Yjs clients that an update is from. @throws ApiError update_invalid for bytes that are no update, or say nothing */
export function clientsOf(bytes: Uint8Array): number[] {
  let decoded: ReturnType<typeof decodeUpdate>;
  try {
    decoded = decodeUpdate(bytes);
  } catch {
    throw new ApiError('update_invalid', 'not a Yjs update');
  }
  const structs = decoded.structs.filter((struct) => !(struct instanceof Skip));
  const clients = new Set(structs.filter((struct) => !isSeed(struct)).map(({ id }) => id.client));
  if (clients.has(SEED_CLIENT)) throw new ApiError('update_invalid', `client ${SEED_CLIENT} writes what every document begins with, and nothing else`);
  if (structs.length === 0 && decoded.ds.clients.size === 0) throw new ApiError('update_invalid', 'the update says nothing');
  if (clients.size > CLIENTS) throw new ApiError('update_invalid', 'too many clients in one update');
  return [...clients];
}
