// @vitest-environment jsdom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { VirtualizerHandle } from 'virtua';
import { expect, it, vi } from 'vitest';
import { useScrollAnchor } from './use-scroll-anchor.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** Ten rows of 100 pixels below each other, of which five are in sight; somewhere in the middle at first. */
function openList(live: boolean) {
  const handle = { scrollSize: 1_000, viewportSize: 500, scrollOffset: 200, scrollToIndex: vi.fn() };
  const list = { current: handle as unknown as VirtualizerHandle };
  let anchor!: ReturnType<typeof useScrollAnchor>;
  const List = ({ lastIndex }: { lastIndex: number }) => {
    anchor = useScrollAnchor(list, { lastIndex, startAtEnd: false, live });
    return null;
  };
  const root = createRoot(document.createElement('div'));
  act(() => root.render(createElement(List, { lastIndex: 9 })));
  return {
    handle,
    scroll: (offset: number) => {
      handle.scrollOffset = offset;
      act(() => anchor.onScroll(offset));
    },
    grow: () => {
      handle.scrollSize += 1_000;
      act(() => root.render(createElement(List, { lastIndex: 19 })));
      act(() => anchor.onResize());
    },
  };
}

it('follows what arrives at the end', () => {
  const { handle, scroll, grow } = openList(true);
  scroll(500);
  grow();
  expect(handle.scrollToIndex).toHaveBeenCalledWith(19, { align: 'end' });
});

it('stays where one reads when the page after the last row comes late', () => {
  const { handle, scroll, grow } = openList(false);
  scroll(500);
  grow();
  expect(handle.scrollToIndex).not.toHaveBeenCalled();
});
