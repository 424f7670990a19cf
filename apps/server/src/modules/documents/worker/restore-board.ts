import * as Y from 'yjs';

type Fields = Record<string, unknown>;

/**
 * Makes a whiteboard's elements what they were. What is written counts as newer than what is there:
 * of two states of one element clients keep the one with the higher `version`.
 */
export function restoreBoard(now: Y.Map<unknown>, then: Y.Map<unknown>): void {
  for (const key of [...now.keys()]) if (!then.has(key)) now.delete(key);
  for (const [key, value] of then.entries()) {
    const before = plain(now.get(key));
    if (content(before) === content(plain(value))) continue;
    now.set(key, value instanceof Y.AbstractType ? value.clone() : isFields(value) ? newer(value, before) : value);
  }
}

function newer(value: Fields, before: unknown): Fields {
  if (typeof value.version !== 'number') return value;
  const known = isFields(before) && typeof before.version === 'number' ? before.version : 0;
  return { ...value, version: Math.max(known, value.version) + 1, updated: Date.now() };
}

/** What an element says, besides how often and when it was changed. */
function content(value: unknown): string {
  if (!isFields(value)) return JSON.stringify(value) ?? '';
  const { version: _version, versionNonce: _nonce, updated: _updated, ...rest } = value;
  return JSON.stringify(rest);
}

const plain = (value: unknown): unknown => (value instanceof Y.AbstractType ? value.toJSON() : value);
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
