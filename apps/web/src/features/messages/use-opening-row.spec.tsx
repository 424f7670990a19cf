// @vitest-environment jsdom
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { VirtualizerHandle } from 'virtua';
import { expect, it } from 'vitest';
import { type ListStart, useOpeningRow } from './use-opening-row.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** A hundred rows, taken for 100 pixels high, of which five are in sight; it opens at the row with this index. */
function openList(index: number, align: 'start' | 'center' = 'start') {
  const sizes = Array.from({ length: 100 }, () => 100);
  const offsetOf = (end: number) => sizes.slice(0, end).reduce((sum, size) => sum + size, 0);
  const frame = {
    clientHeight: 500,
    scrollTop: 0,
    get scrollHeight() { return offsetOf(100); },
    scrollTo({ top }: { top: number }) { frame.scrollTop = top; },
  };
  const list = { current: { getItemOffset: offsetOf, getItemSize: (at: number) => sizes[at] } as unknown as VirtualizerHandle };
  const scroller = { current: frame as unknown as HTMLElement };
  const items = sizes.map((_, at) => ({ key: `row ${at}` }));
  const start: ListStart = { at: 'row', index, align };
  let opening!: ReturnType<typeof useOpeningRow>;
  const List = () => {
    opening = useOpeningRow({ list, scroller, start, firstKey: `row ${index}`, items });
    return null;
  };
  act(() => createRoot(document.createElement('div')).render(createElement(List)));
  opening.open();
  return {
    frame,
    letGo: () => opening.letGo(),
    scroll: (top: number) => {
      frame.scrollTop = top;
      opening.onScroll(top);
    },
    resize: (at: number, size: number) => {
      sizes[at] = size;
      opening.open();
      opening.onScroll(frame.scrollTop);
    },
  };
}

it('opens with the row below a bit of what is before it, or in the middle', () => {
  expect(openList(50).frame.scrollTop).toBe(5_000 - 96);
  expect(openList(50, 'center').frame.scrollTop).toBe(5_000 - 200);
  expect(openList(99).frame.scrollTop).toBe(9_500);
  expect(openList(0).frame.scrollTop).toBe(0);
});

it('keeps it there while rows before it get their size', () => {
  const { frame, resize } = openList(50);
  resize(10, 900);
  resize(49, 20);
  resize(60, 400);
  expect(frame.scrollTop).toBe(5_000 - 96 + 800 - 80);
});

it('lets go when the list is moved, by a hand or by what leaves no other trace', () => {
  for (const move of [({ letGo }: ReturnType<typeof openList>) => { letGo(); }, ({ scroll }: ReturnType<typeof openList>) => { scroll(1_000); }]) {
    const list = openList(50);
    move(list);
    const before = list.frame.scrollTop;
    list.resize(10, 900);
    expect(list.frame.scrollTop).toBe(before);
  }
});

it('takes neither rounding nor the loss of its place while it is hidden for a hand', () => {
  const { frame, scroll, resize } = openList(50);
  scroll(5_000 - 97);
  frame.clientHeight = 0;
  scroll(0);
  frame.clientHeight = 500;
  resize(10, 200);
  expect(frame.scrollTop).toBe(5_000 - 96 + 100);
});
