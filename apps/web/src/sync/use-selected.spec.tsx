// @vitest-environment jsdom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Listeners } from './listeners.ts';
import { useSelected } from './use-selected.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let listeners: Listeners;
let source: Record<string, number>;
let renders: unknown[];
let root: Root;

beforeEach(() => {
  listeners = new Listeners();
  source = { a: 1, b: 2 };
  renders = [];
  root = createRoot(document.createElement('div'));
});

afterEach(() => {
  act(() => {
    root.unmount();
  });
});

const read = () => source;

function Reader({ select }: { select: (from: Record<string, number>) => unknown }): ReactNode {
  renders.push(useSelected(listeners.subscribe, read, select));
  return null;
}

const render = (select: (from: Record<string, number>) => unknown) => {
  act(() => {
    root.render(<Reader select={(from) => select(from)} />);
  });
};

const change = (next: Record<string, number>) => {
  act(() => {
    source = next;
    listeners.tell();
  });
};

it('renders again only when the selected part changes', () => {
  render((from) => from['a']);
  change({ a: 1, b: 3 });
  expect(renders).toEqual([1]);
  change({ a: 2, b: 3 });
  expect(renders).toEqual([1, 2]);
});

it('takes lists of the same things for the same', () => {
  render((from) => Object.keys(from));
  change({ a: 5, b: 6 });
  expect(renders).toHaveLength(1);
  change({ a: 5 });
  expect(renders).toHaveLength(2);
});

it('bears a selector that makes new things every time', () => {
  render((from) => Object.values(from).map((value) => ({ value })));
  change({ a: 1, b: 2 });
  expect(renders.length).toBeLessThanOrEqual(3);
});
