import type { Page } from '@playwright/test';

/** What the page notes of itself for us, from before its own scripts run. */
export interface Probe {
  lcp: number;
  cls: number;
  /** Milliseconds from the next event of this kind to the frame that shows such an element with that text. */
  painted(event: 'keydown' | 'pointerdown', selector: string, text: string): Promise<number>;
  /** From now on, milliseconds from every key stroke to its frame. */
  noteKeys(): number[];
  /** Wall clock of the frame that shows it, and of the next event of a kind. */
  shownAt(selector: string, text: string): Promise<number>;
  nextAt(event: 'keydown'): Promise<number>;
  /** From now on, milliseconds between frames. */
  noteFrames(): number[];
}

declare global {
  interface Window {
    benchProbe: Probe;
  }
}

/** Tells the probe to every page of this one from now on. */
export const probe = (page: Page): Promise<unknown> => page.addInitScript(installProbe);

/** Serialised into the page: it may use nothing from outside of itself. */
function installProbe(): void {
  // A message posted in a frame's callback arrives once that frame is painted.
  const afterPaint = (): Promise<number> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve(performance.now());
      };
      port2.postMessage(null);
    });
  const isShown = (selector: string, text: string): boolean =>
    [...document.querySelectorAll(selector)].some((element) => {
      if (!element.textContent.includes(text) || !element.checkVisibility({ visibilityProperty: true })) return false;
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  const frameThatShows = (selector: string, text: string): Promise<number> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (isShown(selector, text)) resolve(afterPaint());
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  const probe: Probe = {
    lcp: 0,
    cls: 0,
    painted: (event, selector, text) =>
      new Promise((resolve) => {
        addEventListener(event, ({ timeStamp }) => void frameThatShows(selector, text).then((now) => resolve(now - timeStamp)), { capture: true, once: true });
      }),
    noteKeys: () => {
      const noted: number[] = [];
      addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => void afterPaint().then((now) => noted.push(now - timeStamp))), { capture: true });
      return noted;
    },
    shownAt: async (selector, text) => performance.timeOrigin + (await frameThatShows(selector, text)),
    nextAt: (event) =>
      new Promise((resolve) => {
        addEventListener(event, ({ timeStamp }) => resolve(performance.timeOrigin + timeStamp), { capture: true, once: true });
      }),
    noteFrames: () => {
      const noted: number[] = [];
      let last = performance.now();
      const next = (now: number): void => {
        noted.push(now - last);
        last = now;
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
      return noted;
    },
  };
  window.benchProbe = probe;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) probe.lcp = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) probe.cls += entry.value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}
