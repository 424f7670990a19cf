import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';

interface RowFocusOptions {
  frame: RefObject<HTMLElement | null>;
  list: RefObject<VirtualizerHandle | null>;
  items: readonly { key: string }[];
  /** Items at the start that are no rows. */
  offset: number;
  onMove: (key: string) => void;
}

const rowElement = (frame: HTMLElement | null, key: string): HTMLElement | null =>
  frame?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"] [data-message]`) ?? null;

/** Arrow keys, Home and End move the focus from message to message; Enter goes to its actions, Escape back. */
export function useRowFocus({ frame, list, items, offset, onMove }: RowFocusOptions) {
  const frameRequest = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frameRequest.current), []);

  /** A row that was out of the virtual list's window can take the focus only once it is measured and shown. */
  const focusWhenShown = (key: string, attempts = 30): void => {
    cancelAnimationFrame(frameRequest.current);
    const element = rowElement(frame.current, key);
    element?.focus({ preventScroll: true });
    if (attempts > 0 && (!element || document.activeElement !== element)) {
      frameRequest.current = requestAnimationFrame(() => focusWhenShown(key, attempts - 1));
    }
  };
  const moveTo = (index: number): void => {
    const item = items[Math.min(items.length - 1, Math.max(offset, index))];
    if (!item) return;
    list.current?.scrollToIndex(items.indexOf(item), { align: 'nearest' });
    onMove(item.key);
    focusWhenShown(item.key);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const target = event.target as HTMLElement;
    const key = target.closest<HTMLElement>('[data-row]')?.dataset.row;
    if (key === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const index = items.findIndex((item) => item.key === key);
    if (!target.matches('[data-message]')) {
      if (event.key === 'Escape' && !event.defaultPrevented && !target.closest('[data-editor]')) rowElement(frame.current, key)?.focus();
      return;
    }
    const next = { ArrowUp: index - 1, ArrowDown: index + 1, Home: offset, End: items.length - 1 }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      moveTo(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      target.querySelector<HTMLElement>('[role="toolbar"] button')?.focus();
    }
  };
  return { onKeyDown };
}
