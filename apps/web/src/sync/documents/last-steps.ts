import { fromBase64, toBase64 } from 'lib0/buffer';
import { lastStepsPrefix } from './forget-last-steps.ts';

/** Something written in a document that IndexedDB has yet to say it holds. */
export interface LastStep {
  documentId: string;
  updateId: string;
  bytes: Uint8Array;
  schemaVersion: number;
}

interface Row extends Omit<LastStep, 'bytes'> {
  update: string;
}

/** Larger ones are left to IndexedDB alone, in bytes: it is shared with all that `localStorage` holds. */
const LARGEST = 64 * 1024;

const read = (key: string): Row[] => JSON.parse(localStorage.getItem(key) ?? '[]') as Row[];

/**
 * What one window wrote last. A page that is closed may be gone before IndexedDB has it; `localStorage`
 * has it at once, and holds it until IndexedDB does.
 */
export class LastSteps {
  private readonly key: string;
  private rows: Row[] = [];

  constructor(userId: string, by: string) {
    this.key = lastStepsPrefix(userId) + by;
  }

  add({ bytes, ...rest }: LastStep): void {
    const row = { ...rest, update: toBase64(bytes) };
    if (this.rows.reduce((size, { update }) => size + update.length, row.update.length) > LARGEST) return;
    this.rows.push(row);
    this.write();
  }

  settle(updateId: string): void {
    const left = this.rows.filter((row) => row.updateId !== updateId);
    if (left.length === this.rows.length) return;
    this.rows = left;
    this.write();
  }

  private write(): void {
    try {
      if (this.rows.length > 0) localStorage.setItem(this.key, JSON.stringify(this.rows));
      else localStorage.removeItem(this.key);
    } catch {
      // No room, or none allowed: IndexedDB may still make it.
    }
  }
}

/** Of each window that left some: take them, then forget them. */
export function stepsLeft(userId: string, isAlive: (by: string) => boolean): { steps: LastStep[]; forget: () => void } {
  try {
    const prefix = lastStepsPrefix(userId);
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix) && !isAlive(key.slice(prefix.length)));
    return {
      steps: keys.flatMap(read).map(({ update, ...rest }) => ({ ...rest, bytes: fromBase64(update) })),
      forget: () => {
        for (const key of keys) localStorage.removeItem(key);
      },
    };
  } catch {
    return { steps: [], forget: () => undefined };
  }
}
