import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import classes from './action-menu.module.css';
import type { Align, Side } from './place.ts';
import { Popup, type PopupAnchorProps } from './popup.tsx';

export interface MenuAction {
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  /** It can't be chosen now, and why. */
  unavailable?: string;
  /** A line above it. */
  separated?: boolean;
  onSelect: () => void;
}

interface ActionMenuProps {
  label: string;
  actions: readonly MenuAction[];
  side?: Side;
  align?: Align;
  width?: number;
  /** Open from the start: for a menu that is loaded when it is asked for. */
  defaultOpened?: boolean;
  onOpenChange?: (opened: boolean) => void;
  /** The button that opens it. */
  children: (props: PopupAnchorProps) => ReactNode;
}

/** A menu button (WAI-ARIA): arrows, Home, End and first letters move, Enter chooses, Escape goes back. */
export function ActionMenu({ label, actions, side, align, width = 230, defaultOpened = false, onOpenChange, children }: ActionMenuProps) {
  const [opened, setOpened] = useState(defaultOpened);
  const change = useCallback((now: boolean) => {
    setOpened(now);
    onOpenChange?.(now);
  }, [onOpenChange]);
  return (
    <Popup role="menu" label={label} opened={opened} onChange={change} side={side} align={align} width={width} anchor={children}>
      <MenuItems actions={actions} onClose={() => change(false)} />
    </Popup>
  );
}

function MenuItems({ actions, onClose }: { actions: readonly MenuAction[]; onClose: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
  useEffect(() => items()[0]?.focus(), []);

  const choose = (onSelect: () => void) => {
    // Before its items are gone: only with the focus inside does the browser give it back to the button.
    list.current?.closest<HTMLElement>('[popover]')?.hidePopover();
    onClose();
    onSelect();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const letter = event.key.length === 1 ? event.key.toLocaleLowerCase() : null;
    const next = event.key === 'ArrowDown' ? all[(at + 1) % all.length]
      : event.key === 'ArrowUp' ? all.at(at - 1)
        : event.key === 'Home' ? all[0]
          : event.key === 'End' ? all.at(-1)
            : letter && letter !== ' ' ? [...all.slice(at + 1), ...all].find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter)) : undefined;
    if (event.key === 'Tab') onClose();
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div ref={list} role="none" onKeyDown={onKeyDown}>
      {actions.map(({ label, icon, danger, unavailable, separated, onSelect }) => (
        <div key={label} role="none" className={separated ? classes.separated : undefined}>
          <button type="button" role="menuitem" tabIndex={-1} className={classes.item} data-danger={danger || undefined} aria-disabled={unavailable !== undefined || undefined} onClick={unavailable === undefined ? () => choose(onSelect) : undefined}>
            {icon && <span className={classes.icon} aria-hidden>{icon}</span>}
            {unavailable === undefined ? label : <span>{label} <span className={classes.reason}>{unavailable}</span></span>}
          </button>
        </div>
      ))}
    </div>
  );
}
