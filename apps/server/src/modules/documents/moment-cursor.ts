import { ApiError } from '../../platform/http/api-error.ts';
import { decodeCursor } from '../../platform/http/cursor.ts';
import { uuidOfCursor } from '../channels/index.ts';

/** A moment in milliseconds, and an id. @throws ApiError invalid_cursor */
export function placeOf(cursor: string): { at: number; id: string } {
  const [at, id] = decodeCursor(cursor, 2);
  if (typeof at !== 'number' || Math.abs(at) > 8.64e15) throw new ApiError('invalid_cursor');
  return { at, id: uuidOfCursor(id) };
}
