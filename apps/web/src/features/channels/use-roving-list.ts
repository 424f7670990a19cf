import { useState, type FocusEvent, type KeyboardEvent } from 'react';

const itemsOf = (list: Element): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-list-item]')];
const keyOf = (element: Element | null | undefined): string | undefined =>
  element?.getAttribute('data-conversation') ?? element?.getAttribute('data-key') ?? undefined;

/**
 * One tab stop for a whole list: the arrow keys, Home and End move between the elements marked
 * `data-list-item`, whatever sections they are in; a letter jumps to the next that begins with it.
 */
export function useRovingList(preferred: string | undefined) {
  const [focused, setFocused] = useState<string>();
  const onFocus = (event: FocusEvent<HTMLElement>): void => setFocused(keyOf(event.target.closest('[data-list-item]')));
  const onBlur = (event: FocusEvent<HTMLElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setFocused(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    if (!target.matches('[data-list-item]')) return;
    const items = itemsOf(event.currentTarget);
    const at = items.indexOf(target);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    const letter = event.key.length === 1 && event.key !== ' ' ? event.key.toLocaleLowerCase() : undefined;
    const found =
      next !== undefined
        ? items[Math.min(items.length - 1, Math.max(0, next))]
        : letter && [...items.slice(at + 1), ...items.slice(0, at)].find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter));
    if (!found) return;
    event.preventDefault();
    found.focus();
  };
  return { tabStop: focused ?? preferred, onFocus, onBlur, onKeyDown };
}
