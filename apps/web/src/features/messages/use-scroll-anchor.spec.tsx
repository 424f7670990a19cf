// @vitest-environment jsdom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { VirtualizerHandle } from 'virtua';
import { expect, it, vi } from 'vitest';
import { useScrollAnchor } from './use-scroll-anchor.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** Ten rows of 100 pixels below each other, of which five are in sight; somewhere in the middle at first. */
function openList(live: boolean, startAtEnd = false) {
  const handle = { scrollSize: 1_000, viewportSize: 500, scrollOffset: 200 };
  const list = { current: handle as unknown as VirtualizerHandle };
  const scrollTo = vi.fn();
  const scroller = { current: { get scrollHeight() { return handle.scrollSize; }, scrollTo } as unknown as HTMLElement };
  let anchor!: ReturnType<typeof useScrollAnchor>;
  const List = ({ live: isLive }: { live: boolean }) => {
    anchor = useScrollAnchor({ list, scroller, startAtEnd, live: isLive });
    return null;
  };
  const root = createRoot(document.createElement('div'));
  act(() => root.render(createElement(List, { live })));
  return {
    scrollTo,
    scroll: (offset: number, scrollSize = handle.scrollSize) => {
      Object.assign(handle, { scrollOffset: offset, scrollSize });
      act(() => anchor.onScroll(offset));
    },
    grow: (stillLive = live) => {
      handle.scrollSize += 1_000;
      act(() => root.render(createElement(List, { live: stillLive })));
      act(() => anchor.onResize());
    },
  };
}

it('follows what arrives at the end', () => {
  const { scrollTo, scroll, grow } = openList(true);
  scroll(500);
  grow();
  expect(scrollTo).toHaveBeenCalledWith({ top: 2_000 });
});

it('stays where one reads when the page after the last row comes late', () => {
  const { scrollTo, scroll, grow } = openList(false);
  scroll(500);
  grow();
  expect(scrollTo).not.toHaveBeenCalled();
});

it('lets go of the end for whoever scrolls up, also while rows turn out smaller', () => {
  const { scrollTo, scroll, grow } = openList(true, true);
  scroll(500);
  scroll(450, 950);
  grow();
  expect(scrollTo).toHaveBeenCalledTimes(1);
  scroll(1_450);
  scroll(0, 1_900);
  grow();
  expect(scrollTo).toHaveBeenCalledTimes(1);
});

it('goes to no end any more once the newest rows are dropped, as far up as one is', () => {
  const { scrollTo, grow } = openList(true, true);
  grow(false);
  expect(scrollTo).not.toHaveBeenCalled();
});
