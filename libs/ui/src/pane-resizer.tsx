import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import classes from './pane-resizer.module.css';

interface PaneResizerProps {
  label: string;
  /** Id of the pane it sizes. */
  controls: string;
  width: number;
  min: number;
  max: number;
  /** The pane lies before the handle (in reading direction), or after it. */
  side: 'before' | 'after';
  onChange: (width: number) => void;
}

const STEP = 16;

/** A separator that the pointer drags and the arrow keys move (WAI-ARIA window splitter). */
export function PaneResizer({ label, controls, width, min, max, side, onChange }: PaneResizerProps) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const set = (value: number) => onChange(Math.round(Math.min(max, Math.max(min, value))));
  const sign = (element: Element) => (getComputedStyle(element).direction === 'rtl' ? -1 : 1) * (side === 'before' ? 1 : -1);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!start.current) return;
    set(start.current.width + (event.clientX - start.current.x) * sign(event.currentTarget));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const direction = sign(event.currentTarget);
    const target = {
      ArrowLeft: width - STEP * direction, ArrowRight: width + STEP * direction, Home: min, End: max,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    set(target);
  };
  return (
    <div
      className={classes.handle}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => { start.current = null; }}
      onPointerCancel={() => { start.current = null; }}
      onKeyDown={onKeyDown}
    />
  );
}
