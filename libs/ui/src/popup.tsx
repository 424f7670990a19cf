import { useCallback, useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { place, type Align, type Side } from './place.ts';
import classes from './popup.module.css';

export interface PopupAnchorProps {
  ref: (element: HTMLElement | null) => void;
  onClick: () => void;
  'aria-expanded': boolean;
  'aria-controls': string;
  'aria-haspopup': 'dialog' | 'menu';
}

interface PopupProps {
  opened: boolean;
  onChange: (opened: boolean) => void;
  role: 'dialog' | 'menu';
  label: string;
  side?: Side;
  align?: Align;
  width: number;
  /** The control that opens it: spread the props onto a button. */
  anchor: (props: PopupAnchorProps) => ReactNode;
  children: ReactNode;
}

/**
 * A box over the page beside the control that opened it. The browser's own popover brings the top
 * layer, closing by Escape or a click elsewhere, and the focus back to where it was.
 */
export function Popup({ opened, onChange, role, label, side = 'bottom', align = 'end', width, anchor, children }: PopupProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const anchorElement = useRef<HTMLElement | null>(null);
  /** A press on the anchor first closes the popover (light dismissal), then arrives as a click. */
  const pressedOpen = useRef(false);
  const press = useCallback(({ type }: Event) => {
    pressedOpen.current = type === 'pointerdown' && box.current?.matches(':popover-open') === true;
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    const target = anchorElement.current;
    if (!opened || !element || !target) return;
    if (!element.matches(':popover-open')) element.showPopover();
    const update = () => place(element, target, side, align, 6);
    update();
    if (role === 'dialog') element.focus();
    const observer = new ResizeObserver(update);
    observer.observe(element);
    window.addEventListener('resize', update);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', update);
    };
  }, [opened, role, side, align]);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    if (!opened) {
      if (element.matches(':popover-open')) element.hidePopover();
      return;
    }
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') onChange(false);
    };
    element.addEventListener('toggle', onToggle);
    return () => element.removeEventListener('toggle', onToggle);
  }, [opened, onChange]);

  return (
    <>
      {anchor({
        ref: (element) => {
          anchorElement.current = element;
          for (const type of ['pointerdown', 'keydown']) element?.addEventListener(type, press);
        },
        onClick: () => { if (opened || !pressedOpen.current) onChange(!opened); },
        'aria-expanded': opened,
        'aria-controls': id,
        'aria-haspopup': role,
      })}
      <div ref={box} id={id} popover="auto" tabIndex={-1} role={role} aria-label={label} className={classes.popup} style={{ width }}>
        {opened && children}
      </div>
    </>
  );
}
