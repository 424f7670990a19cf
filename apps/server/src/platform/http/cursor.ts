import { ApiError } from './api-error.ts';
import { isStorable } from './storable-text.ts';

type CursorPart = string | number;

/** An opaque cursor of a keyset page: the sort key of the last row. */
export const encodeCursor = (parts: CursorPart[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

const isPart = (part: unknown): part is CursorPart => (typeof part === 'string' ? isStorable(part) : Number.isSafeInteger(part));

/** @throws ApiError invalid_cursor for anything that `encodeCursor` did not make with that many parts */
export function decodeCursor(cursor: string, parts: number): CursorPart[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(value) && value.length === parts && value.every(isPart)) {
      return value;
    }
  } catch {
    // Not ours: refused below like every other one.
  }
  throw new ApiError('invalid_cursor');
}
