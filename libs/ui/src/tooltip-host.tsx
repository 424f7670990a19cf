import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { place, type Side } from './place.ts';
import classes from './tooltip-host.module.css';

const OPEN_DELAY_MS = 350;

const tipOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null;

/** Draws the hint of whatever `Tooltip` is pointed at or reached with the keyboard. Escape hides it. */
export function TooltipHost() {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const bubble = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (element: HTMLElement | null, delay: number) => {
      clearTimeout(timer);
      if (!element) return setAnchor(null);
      timer = setTimeout(() => setAnchor(element.isConnected ? element : null), delay);
    };
    const onPointerOver = (event: PointerEvent) => { if (event.pointerType === 'mouse') show(tipOf(event.target), OPEN_DELAY_MS); };
    const onFocusIn = (event: FocusEvent) => {
      const element = tipOf(event.target);
      if (element?.matches(':focus-visible')) show(element, OPEN_DELAY_MS);
    };
    const hide = () => show(null, 0);
    const onKeyDown = (event: KeyboardEvent) => { if (event.key === 'Escape') hide(); };
    document.addEventListener('pointerover', onPointerOver);
    document.addEventListener('pointerdown', hide);
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', hide);
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('scroll', hide, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', onPointerOver);
      document.removeEventListener('pointerdown', hide);
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('scroll', hide, { capture: true });
    };
  }, []);

  useLayoutEffect(() => {
    if (!anchor || !bubble.current) return;
    place(bubble.current, anchor, (anchor.dataset.tooltipPosition as Side | undefined) ?? 'top', 'center', 6);
  }, [anchor]);

  if (!anchor) return null;
  return <div ref={bubble} className={classes.bubble} aria-hidden>{anchor.dataset.tooltip}</div>;
}
