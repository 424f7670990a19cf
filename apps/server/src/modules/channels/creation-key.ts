import { type EventPayload, type EventType, streamId } from '@parvis/contracts';
import { createHash } from 'node:crypto';
import { ApiError } from '../../platform/http/api-error.ts';
import type { AppendOptions, StreamTransaction } from '../../platform/streams/stream-transaction.ts';

/**
 * A creation's `clientId` is kept on the event that tells its author of it, in their own stream:
 * repeating the request finds that event, for ever.
 */
export function creationKey(author: string, operation: string, { clientId, ...request }: { clientId?: string }): AppendOptions {
  if (clientId === undefined) return { author };
  const requestHash = createHash('sha256').update(JSON.stringify([operation, request])).digest('base64url');
  return { author, clientId, requestHash };
}

/**
 * The first result of a creation that is asked for again; null when it is new. Lock the author's
 * stream before.
 * @throws ApiError client_id_reused when the client's id was used for something else
 */
export async function findCreated<T extends EventType>(tx: StreamTransaction, type: T, key: AppendOptions): Promise<EventPayload<T> | null> {
  if (key.author === undefined || key.clientId === undefined) return null;
  const seen = await tx.findByClientId(streamId('user', key.author), key.author, key.clientId);
  if (!seen) return null;
  if (seen.type !== type || seen.requestHash !== key.requestHash) throw new ApiError('client_id_reused');
  return seen.payload as EventPayload<T>;
}
