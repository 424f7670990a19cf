import { create } from 'zustand';

interface PendingEdits {
  /** New text by message id, shown while the server hasn't answered. */
  saving: ReadonlyMap<string, string>;
  /** Text that the server refused: the editor opens with it again. */
  refused: ReadonlyMap<string, string>;
}

export const usePendingEdits = create<PendingEdits>(() => ({ saving: new Map(), refused: new Map() }));

const without = (map: ReadonlyMap<string, string>, id: string): ReadonlyMap<string, string> => new Map([...map].filter(([key]) => key !== id));

export function beginEdit(id: string, text: string): void {
  usePendingEdits.setState(({ saving, refused }) => ({ saving: new Map(saving).set(id, text), refused: without(refused, id) }));
}

export function endEdit(id: string, refusedText?: string): void {
  usePendingEdits.setState(({ saving, refused }) => ({
    saving: without(saving, id),
    refused: refusedText === undefined ? without(refused, id) : new Map(refused).set(id, refusedText),
  }));
}
