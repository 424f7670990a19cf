// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ComposerProps } from './composer-props.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, requestIdleCallback: (run: () => void) => queueMicrotask(run) });
vi.mock('./composer.tsx', () => ({ Composer: ({ initialMarkdown }: { initialMarkdown: string }) => <output>{initialMarkdown}</output> }));
vi.mock('./composer-stand-in.tsx', () => ({ ComposerStandIn: ({ textBox }: { textBox: React.RefObject<HTMLTextAreaElement | null> }) => <textarea ref={textBox} /> }));

const props = { conversationName: 'plans' } as ComposerProps;
let root: Root;
let box: HTMLElement;
beforeEach(async () => {
  // As on a page on which nobody wrote yet.
  vi.resetModules();
  const { ComposerOnDemand } = await import('./composer-on-demand.tsx');
  box = document.body.appendChild(document.createElement('div'));
  root = createRoot(box);
  act(() => root.render(<ComposerOnDemand {...props} />));
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
});

const type = async (text: string) => {
  const area = box.querySelector('textarea')!;
  area.focus();
  area.value = text;
  await act(async () => {
    area.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }));
    area.dispatchEvent(new Event('input', { bubbles: true }));
    await import('./composer.tsx');
    await new Promise((resolve) => setTimeout(resolve));
  });
};

it('goes on in the editor only between letters: a space at the end would be lost', async () => {
  await type('Shall we ');
  expect(box.querySelector('output')).toBeNull();
  await type('Shall we g');
  expect(box.querySelector('output')?.textContent).toBe('Shall we g');
});

it('goes on in the editor once the text box is left', async () => {
  await type('Shall we ');
  await act(async () => {
    box.querySelector('textarea')!.blur();
    await new Promise((resolve) => setTimeout(resolve));
  });
  expect(box.querySelector('output')).not.toBeNull();
});
