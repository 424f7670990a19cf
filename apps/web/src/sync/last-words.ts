import type { DraftRow } from './draft-row.ts';

/*
 * A page that goes may be gone before IndexedDB has what was typed last. `localStorage` writes at
 * once: it holds those words until IndexedDB, or the next page, has them.
 */
const keyOf = (database: string): string => `${database}-last-words`;

export function keepLastWords(database: string, rows: readonly DraftRow[]): void {
  if (rows.length === 0) return;
  try {
    localStorage.setItem(keyOf(database), JSON.stringify(rows));
  } catch {
    // No room, or none allowed: IndexedDB may still make it.
  }
}

export function forgetLastWords(database: string): void {
  try {
    localStorage.removeItem(keyOf(database));
  } catch {
    // A browser that allows none holds none.
  }
}

export function lastWords(database: string): DraftRow[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(database)) ?? '[]') as DraftRow[];
  } catch {
    return [];
  }
}
