export type Side = 'top' | 'bottom' | 'left' | 'right';
export type Align = 'start' | 'center' | 'end';
interface Box { left: number; top: number; width: number; height: number }
interface Size { width: number; height: number }

const OPPOSITE: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };
const EDGE = 8;

const clamp = (value: number, max: number): number => Math.max(EDGE, Math.min(value, max - EDGE));

/** Corner of a floating box beside its anchor, in px of the viewport: on the other side where there is no room, always inside. */
export function corner(anchor: Box, floating: Size, viewport: Size, side: Side, align: Align, gap: number): { left: number; top: number } {
  const room: Record<Side, number> = {
    top: anchor.top, bottom: viewport.height - anchor.top - anchor.height, left: anchor.left, right: viewport.width - anchor.left - anchor.width,
  };
  const vertical = side === 'top' || side === 'bottom';
  const needed = (vertical ? floating.height : floating.width) + gap + EDGE;
  const chosen = room[side] < needed && room[OPPOSITE[side]] > room[side] ? OPPOSITE[side] : side;
  const along = (start: number, size: number, own: number) => start + { start: 0, center: (size - own) / 2, end: size - own }[align];
  const left = vertical ? along(anchor.left, anchor.width, floating.width) : chosen === 'left' ? anchor.left - floating.width - gap : anchor.left + anchor.width + gap;
  const top = !vertical ? along(anchor.top, anchor.height, floating.height) : chosen === 'top' ? anchor.top - floating.height - gap : anchor.top + anchor.height + gap;
  return { left: clamp(left, viewport.width - floating.width), top: clamp(top, viewport.height - floating.height) };
}

/** Puts a `position: fixed` element beside its anchor. */
export function place(element: HTMLElement, anchor: HTMLElement, side: Side, align: Align, gap: number): void {
  const { left, top } = corner(
    anchor.getBoundingClientRect(), { width: element.offsetWidth, height: element.offsetHeight },
    { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight }, side, align, gap,
  );
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}
