import { create } from 'zustand';

const KEY = 'parvis-documents-open';
/** Open until somebody closes them. */
const OPEN_AT_FIRST: ReadonlySet<string> = new Set(['favourites', 'recent', 'personal', 'shared']);

function stored(): Record<string, boolean> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, boolean>;
  } catch {
    return {};
  }
}

/** Nodes of the tree that somebody opened or closed, kept on this device. */
export const useTreeOpen = create<Record<string, boolean>>(stored);

export const isOpen = (state: Record<string, boolean>, id: string): boolean => state[id] ?? OPEN_AT_FIRST.has(id);

export function setOpen(id: string, open: boolean): void {
  useTreeOpen.setState({ [id]: open });
  localStorage.setItem(KEY, JSON.stringify(useTreeOpen.getState()));
}
