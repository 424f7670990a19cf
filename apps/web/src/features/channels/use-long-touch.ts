import { useRef, type MouseEvent, type PointerEvent } from 'react';

/** As long as systems take it for one, in milliseconds. */
const LONG = 500;
/** Pixels a finger may move and still rest. */
const SLACK = 10;

/** A finger that rests: not every browser makes a context menu of it. The click that follows it is not one. */
export function useLongTouch(onLongTouch: (element: HTMLElement) => void) {
  const touch = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number; fired: boolean } | null>(null);
  const end = () => clearTimeout(touch.current?.timer);
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      end();
      touch.current = null;
      if (event.pointerType !== 'touch') return;
      const element = event.currentTarget;
      const began = { timer: setTimeout(() => {
        began.fired = true;
        onLongTouch(element);
      }, LONG), x: event.clientX, y: event.clientY, fired: false };
      touch.current = began;
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const began = touch.current;
      if (began !== null && Math.hypot(event.clientX - began.x, event.clientY - began.y) > SLACK) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    onClickCapture: (event: MouseEvent<HTMLElement>) => {
      if (touch.current?.fired !== true || (event.target as HTMLElement).closest('[data-list-item]') === null) return;
      touch.current = null;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
