// @vitest-environment jsdom
import { act } from 'react';
import type { ComponentProps } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadMathRenderer } from '../rich-content/index.ts';
import { MarkdownView } from './markdown-view.tsx';

vi.mock('react-i18next', () => ({ useTranslation: () => ({ t: (key: string) => key }) }));

let root: Root;
let host: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

function show(source: string, context: Partial<ComponentProps<typeof MarkdownView>> = {}): void {
  act(() => root.render(<MarkdownView source={source} currentUserId="me" {...context} />));
}

function find(selector: string): HTMLElement {
  const element = host.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

describe('MarkdownView', () => {
  it('hides a spoiler, links and all, until Enter is pressed on it, and keeps the focus there', () => {
    show('It was ||[the butler](https://x.example)||');
    expect(host.querySelector('a')).toBeNull();
    const cover = find('[role=button]');
    cover.focus();
    act(() => void cover.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })));
    expect(host.querySelector('[role=button]')).toBeNull();
    expect(find('a').textContent).toBe('the butler');
    expect(document.activeElement?.contains(find('a'))).toBe(true);
  });

  it('ticks the task that was clicked, counted as in the source', () => {
    const onTickTask = vi.fn();
    show('- [ ] a\n  - [x] b\n- [ ] c', { onTickTask });
    const boxes = [...host.querySelectorAll('input')];
    expect(boxes.map((box) => [box.checked, box.getAttribute('aria-label')])).toEqual([[false, 'a'], [true, 'b'], [false, 'c']]);
    act(() => boxes[1]?.click());
    act(() => boxes[2]?.click());
    expect(onTickTask.mock.calls).toEqual([[1, false], [2, true]]);
  });

  it('lets nobody tick where nobody may', () => {
    show('- [ ] a');
    expect(host.querySelector('input')?.disabled).toBe(true);
  });

  it('shows emoji that people added, large when alone, and leaves unknown names as they are', () => {
    const customEmoji = (name: string) => (name === 'parrot' ? '/api/v1/emoji/1' : null);
    show('a :parrot: :nobody:', { customEmoji });
    expect(find('img').getAttribute('alt')).toBe(':parrot:');
    expect(host.textContent).toContain(':nobody:');
    const plain = find('div').className;
    show(':parrot: 🎉', { customEmoji });
    expect(find('div').className).not.toBe(plain);
  });

  it('sets math as MathML, and shows what is no LaTeX as it was written', { timeout: 60_000 }, async () => {
    show('$x^2$ and $\\frac{a$');
    // The renderer is read from disk: as long as a busy machine takes.
    await act(() => vi.waitFor(() => expect(host.querySelector('math msup')).not.toBeNull(), { timeout: 50_000 }));
    expect(host.querySelectorAll('math')).toHaveLength(1);
    expect(find('code').textContent).toBe('\\frac{a');
  });

  it('never sets math that is too deep for the browser', async () => {
    const { renderMath } = await loadMathRenderer();
    expect(renderMath(`${'\\sqrt{'.repeat(100)}x${'}'.repeat(100)}`, true)).toBeNull();
    expect(renderMath('\\def\\a{\\a\\a}\\a', true)).toBeNull();
    expect(renderMath('\\href{javascript:alert(1)}{x}', false)?.some((node) => (node as Element).querySelector?.('[href]'))).not.toBe(true);
  });

  it('names a callout', () => {
    show('> [!WARNING]\n> hot');
    expect(find('[role=note]').textContent).toBe('callout.warninghot');
  });

  it('calls a group by its present name', () => {
    const id = '0190a1b2-0000-7000-8000-000000000001';
    show(`[@design](mention:group/${id}) @here`, { resolveGroup: () => ({ name: 'designers' }) });
    expect(host.textContent).toBe('@designers @here');
  });

  it('marks a group that calls the reader as it marks the reader’s own name', () => {
    const id = (digit: number) => `0190a1b2-0000-7000-8000-00000000000${digit}`;
    const look = (source: string, callingGroupId?: string) => {
      show(source, { currentUserId: id(1), callingGroupId });
      return find('span, button').className;
    };
    const mine = look(`[@Me](mention:user/${id(1)})`);
    expect(look(`[@design](mention:group/${id(2)})`, id(2))).toBe(mine);
    expect(look(`[@design](mention:group/${id(2)})`)).not.toBe(mine);
    expect(look(`[@press](mention:group/${id(3)})`, id(2))).not.toBe(mine);
  });
});
