/** Composers that are on the page, and how far they reach up from its end, in CSS pixels. */
const feet = new Map<Element, number>();

const tell = (): void => document.documentElement.style.setProperty('--pv-foot', `${Math.max(0, ...feet.values())}px`);

/**
 * A ref for what one writes in at the end of the page. The highest of them is in `--pv-foot`, in CSS
 * pixels from the end of the page: what floats above the page stays clear of it.
 */
export function footRef(element: HTMLElement | null): (() => void) | undefined {
  if (element === null) return undefined;
  const observer = new ResizeObserver(() => {
    feet.set(element, Math.max(0, window.innerHeight - element.getBoundingClientRect().top));
    tell();
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    feet.delete(element);
    tell();
  };
}
