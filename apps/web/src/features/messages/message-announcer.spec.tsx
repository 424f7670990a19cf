// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakeClient, message, OTHER, stateWith } from '../../sync/fixtures/fake-client.ts';
import { SessionContext } from '../../sync/session-context.ts';
import type { WorkspaceSession } from '../../sync/workspace-session.ts';
import { MessageAnnouncer } from './message-announcer.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
vi.mock('react-i18next', () => ({ useTranslation: () => ({ t: (key: string, words: object) => `${key} ${Object.values(words).join(': ')}` }) }));

const client = new FakeClient(stateWith());
const want = vi.fn();
const session = { client, people: { want } } as unknown as WorkspaceSession;
let root: Root;
let box: HTMLElement;

beforeEach(() => {
  box = document.createElement('div');
  root = createRoot(box);
});
afterEach(() => act(() => root.unmount()));

const show = (...seqs: number[]) => act(() => root.render(
  <SessionContext value={{ session, onSignedOut: () => undefined }}><MessageAnnouncer messages={seqs.map((seq) => message(seq))} live /></SessionContext>,
));

it('reads out a message with its author, once that one is known', () => {
  show(1);
  show(1, 2);
  expect(box.textContent).toBe('');
  expect(want).toHaveBeenCalledWith([OTHER]);
  act(() => client.update((state) => ({ ...state, users: { [OTHER]: { id: OTHER, name: 'Olga' } as never } })));
  expect(box.textContent).toBe('announce.one Olga: text 2');
});
