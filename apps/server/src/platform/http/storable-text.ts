/** PostgreSQL keeps neither NUL nor half of a surrogate pair, in text as in JSON. */
export const isStorable = (text: string): boolean => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

/** Where in a parsed request a text stands that cannot be kept; null when there is none. */
export function findUnstorable(value: unknown, path: string[] = []): string[] | null {
  if (typeof value === 'string') return isStorable(value) ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, entry] of Object.entries(value)) {
    const found = isStorable(key) ? findUnstorable(entry, [...path, key]) : path;
    if (found) return found;
  }
  return null;
}
