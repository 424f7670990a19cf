// @vitest-environment jsdom
import { act, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { useTooDeep } from './use-too-deep.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let doc: Y.Doc;
let place: HTMLElement;
let root: Root;
/** How often the editor was given something. */
let taken: number;

/** Takes what comes as an editor does: while it comes. */
function Editor() {
  useEffect(() => {
    const take = () => { taken += 1; };
    const fragment = doc.getXmlFragment('document');
    fragment.observeDeep(take);
    return () => fragment.unobserveDeep(take);
  }, []);
  return 'editor';
}

const Shown = () => (useTooDeep(doc) ? 'notice' : <Editor />);

beforeEach(() => {
  doc = new Y.Doc();
  doc.getXmlFragment('document').push([new Y.XmlElement('blockGroup')]);
  taken = 0;
  place = document.createElement('div');
  root = createRoot(place);
  act(() => root.render(<Shown />));
});
afterEach(() => act(() => root.unmount()));

const group = () => doc.getXmlFragment('document').get(0) as Y.XmlElement;

function nest(levels: number): void {
  doc.transact(() => {
    let inner = group();
    for (let level = 0; level < levels; level += 1) {
      const element = new Y.XmlElement('blockGroup');
      inner.push([element]);
      inner = element;
    }
  });
}

it('takes the editor away before it is given what is too deep', () => {
  act(() => nest(500));
  expect(place.textContent).toBe('notice');
  expect(taken).toBe(0);
});

it('shows the editor again once that is gone', () => {
  act(() => nest(500));
  act(() => group().delete(0, 1));
  expect(place.textContent).toBe('editor');
});

it('leaves lists in lists to the editor', () => {
  act(() => nest(50));
  expect(place.textContent).toBe('editor');
  expect(taken).toBe(1);
});
