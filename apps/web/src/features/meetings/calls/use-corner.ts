import { useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';

export type Corner = `${'top' | 'bottom'}-${'start' | 'end'}`;
const KEY = 'parvis-call-corner';
const CORNERS: readonly Corner[] = ['top-start', 'top-end', 'bottom-start', 'bottom-end'];
const remembered = (): Corner | null => CORNERS.find((corner) => corner === localStorage.getItem(KEY)) ?? null;

interface Move {
  x: number;
  y: number;
}

/**
 * A box that sits in a corner of the page: dragged, it goes to the nearest one; the arrow keys move it
 * too. There it stays from then on; before, it is `unmoved`.
 */
export function useCorner(unmoved: Corner) {
  const [chosen, setCorner] = useState(remembered);
  const corner = chosen ?? unmoved;
  const [from, setFrom] = useState<Move | null>(null);
  const [by, setBy] = useState<Move>({ x: 0, y: 0 });
  const go = (next: Corner) => {
    localStorage.setItem(KEY, next);
    setCorner(next);
  };
  const onKeyDown = ({ key, preventDefault }: Pick<KeyboardEvent, 'key' | 'preventDefault'>) => {
    const [block, inline] = corner.split('-') as ['top' | 'bottom', 'start' | 'end'];
    const rightToLeft = document.dir === 'rtl';
    const next: Corner | undefined = key === 'ArrowUp' ? `top-${inline}` : key === 'ArrowDown' ? `bottom-${inline}`
      : key === 'ArrowLeft' ? `${block}-${rightToLeft ? 'end' : 'start'}` : key === 'ArrowRight' ? `${block}-${rightToLeft ? 'start' : 'end'}` : undefined;
    if (next === undefined) return;
    preventDefault();
    go(next);
  };
  const end = (event: PointerEvent) => {
    if (from === null) return;
    setFrom(null);
    setBy({ x: 0, y: 0 });
    if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < 8) return;
    const left = event.clientX < window.innerWidth / 2;
    go(`${event.clientY < window.innerHeight / 2 ? 'top' : 'bottom'}-${left === (document.dir === 'rtl') ? 'end' : 'start'}`);
  };
  const style: CSSProperties | undefined = from === null ? undefined : { transform: `translate(${by.x}px, ${by.y}px)` };
  return {
    frame: { 'data-corner': corner, 'data-moving': from !== null || undefined, style },
    handle: {
      onKeyDown: (event: KeyboardEvent) => onKeyDown({ key: event.key, preventDefault: () => event.preventDefault() }),
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom({ x: event.clientX, y: event.clientY });
      },
      onPointerMove: (event: PointerEvent) => { if (from !== null) setBy({ x: event.clientX - from.x, y: event.clientY - from.y }); },
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
}
