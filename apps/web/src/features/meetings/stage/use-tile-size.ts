import { useEffect, type RefObject } from 'react';
import { useMeetingEngine } from '../engine/index.ts';

/** Tells the engine how large a video is shown, and whether it is seen at all: what isn't seen isn't sent. */
export function useTileSize(producerId: string | undefined, element: RefObject<HTMLElement | null>): void {
  const engine = useMeetingEngine();
  useEffect(() => {
    const target = element.current;
    if (producerId === undefined || !target) return;
    let visible = true;
    const tell = () => engine.showTile(producerId, { width: target.clientWidth, height: target.clientHeight, visible });
    const size = new ResizeObserver(tell);
    const sight = new IntersectionObserver(([entry]) => {
      visible = entry?.isIntersecting ?? true;
      tell();
    });
    tell();
    size.observe(target);
    sight.observe(target);
    return () => {
      size.disconnect();
      sight.disconnect();
      engine.showTile(producerId, null);
    };
  }, [engine, producerId, element]);
}
