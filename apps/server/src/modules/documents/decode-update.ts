import { decodeUpdate, Skip } from 'yjs';
import { ApiError } from '../../platform/http/api-error.ts';

/** Different clients in one update: a merge of what one person wrote in some tabs. */
const CLIENTS = 200;

/** The Yjs clients that an update is from. @throws ApiError update_invalid for bytes that are no update, or say nothing */
export function clientsOf(bytes: Uint8Array): number[] {
  let decoded: ReturnType<typeof decodeUpdate>;
  try {
    decoded = decodeUpdate(bytes);
  } catch {
    throw new ApiError('update_invalid', 'not a Yjs update');
  }
  const clients = new Set(decoded.structs.filter((struct) => !(struct instanceof Skip)).map(({ id }) => id.client));
  if (clients.size === 0 && decoded.ds.clients.size === 0) throw new ApiError('update_invalid', 'the update says nothing');
  if (clients.size > CLIENTS) throw new ApiError('update_invalid', 'too many clients in one update');
  return [...clients];
}
