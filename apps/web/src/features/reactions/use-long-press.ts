import { useEffect, useRef, type MouseEvent, type PointerEvent } from 'react';

const LONG_MS = 450;

interface LongPress {
  onPointerDown: (event: PointerEvent) => void;
  onPointerUp: () => void;
  onPointerCancel: () => void;
  onPointerLeave: () => void;
  onContextMenu: (event: MouseEvent) => void;
  onClickCapture: (event: MouseEvent) => void;
}

/** A finger that stays, the right button, or the menu key. The click that ends a long press is none. */
export function useLongPress(run: () => void): LongPress {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const pressed = useRef(false);
  const end = (): void => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    onPointerDown: (event) => {
      pressed.current = false;
      if (event.pointerType === 'mouse') return;
      timer.current = setTimeout(() => {
        pressed.current = true;
        run();
      }, LONG_MS);
    },
    onPointerUp: end,
    onPointerCancel: end,
    onPointerLeave: end,
    onContextMenu: (event) => {
      event.preventDefault();
      end();
      if (!pressed.current) run();
    },
    onClickCapture: (event) => {
      if (!pressed.current) return;
      pressed.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
