import { ApiError } from '../../platform/http/api-error.ts';

/** Where a page by name ended: the last person's sort key. */
export interface NamePlace {
  name: string;
  id: string;
}

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export const encodeNameCursor = ({ name, id }: NamePlace): string =>
  Buffer.from(JSON.stringify([name, id])).toString('base64url');

/** @throws ApiError invalid_cursor */
export function decodeNameCursor(cursor: string): NamePlace {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(value) && value.length === 2) {
      const [name, id] = value as unknown[];
      if (typeof name === 'string' && !name.includes('\0') && typeof id === 'string' && UUID.test(id)) return { name, id };
    }
  } catch {
    // Not of our making, as below.
  }
  throw new ApiError('invalid_cursor');
}
