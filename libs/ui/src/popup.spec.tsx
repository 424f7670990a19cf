// @vitest-environment jsdom
import { act, useState, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Popup } from './popup.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, ResizeObserver: class { observe = () => undefined; disconnect = () => undefined; } });

/** What a browser has and jsdom has not: an element that is open, and an event that says so later. */
const open = new WeakSet<Element>();
const matches = Object.getOwnPropertyDescriptor(Element.prototype, 'matches')!.value as (selector: string) => boolean;
Object.assign(HTMLElement.prototype, {
  showPopover(this: HTMLElement) { open.add(this); },
  hidePopover(this: HTMLElement) { open.delete(this); },
  matches(this: HTMLElement, selector: string) { return selector === ':popover-open' ? open.has(this) : matches.call(this, selector); },
});

let root: Root;
beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('main')));
  act(() => root.render(<Menu />));
});
afterEach(() => {
  act(() => root.unmount());
  document.querySelector('main')!.remove();
});

function Menu(): ReactNode {
  const [opened, setOpened] = useState(false);
  return <Popup role="dialog" label="Menu" width={200} opened={opened} onChange={setOpened} anchor={(props) => <button type="button" {...props}>Open</button>}>inside</Popup>;
}

const button = () => document.querySelector('button')!;
const box = () => document.querySelector<HTMLElement>('[popover]')!;
/** By Escape, or by a press elsewhere. */
const dismiss = () => act(() => {
  box().hidePopover();
  box().dispatchEvent(Object.assign(new Event('toggle'), { newState: 'closed' }));
});
const press = () => {
  act(() => { button().dispatchEvent(new Event('pointerdown', { bubbles: true })); });
  if (open.has(box())) dismiss();
  act(() => { button().click(); });
};

it('opens by a press, and closes by the next', () => {
  press();
  expect(box().textContent).toBe('inside');
  press();
  expect(box().textContent).toBe('');
  press();
  expect(box().textContent).toBe('inside');
});

it('opens by a press at once after it was dismissed', () => {
  press();
  dismiss();
  expect(box().textContent).toBe('');
  press();
  expect(box().textContent).toBe('inside');
});

it('opens by a key also after a press that ended elsewhere', () => {
  press();
  act(() => { button().dispatchEvent(new Event('pointerdown', { bubbles: true })); });
  dismiss();
  act(() => {
    button().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    button().click();
  });
  expect(box().textContent).toBe('inside');
});
