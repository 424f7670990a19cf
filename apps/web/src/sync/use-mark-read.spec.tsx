// @vitest-environment jsdom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Listeners } from './listeners.ts';
import { SessionContext } from './session-context.ts';
import { useMarkRead } from './use-mark-read.ts';
import type { WorkspaceSession } from './workspace-session.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const listeners = new Listeners();
const attention = { isReading: true, listeners };
const client = { status: 'online', subscribe: () => () => undefined, api: { call: vi.fn(() => Promise.resolve()) } };
const conversation = { held: false, place: { readSeq: 3, markedUnread: false } };
const session = { client, attention, conversation: () => conversation } as unknown as WorkspaceSession;
let root: Root;

beforeEach(() => {
  Object.assign(attention, { isReading: true });
  Object.assign(conversation, { held: false, place: { readSeq: 3, markedUnread: false } });
  client.api.call.mockClear();
  root = createRoot(document.createElement('div'));
});

afterEach(() => {
  act(() => {
    root.unmount();
  });
});

function Reader({ seq }: { seq: number }): ReactNode {
  useMarkRead('c', seq);
  return null;
}

const show = (seq: number) => act(async () => {
  root.render(<SessionContext value={{ session, onSignedOut: () => undefined }}><Reader seq={seq} /></SessionContext>);
});
const readTo = (seq: number) => ['moveReadCursor', { params: { id: 'c' }, body: { seq } }];

it('reads what is seen, once', async () => {
  await show(5);
  await show(5);
  expect(client.api.call.mock.calls).toEqual([readTo(5)]);
});

it('leaves unread what arrives while nobody is there, until somebody is', async () => {
  attention.isReading = false;
  await show(5);
  expect(client.api.call).not.toHaveBeenCalled();
  attention.isReading = true;
  await act(async () => {
    listeners.tell();
  });
  expect(client.api.call.mock.calls).toEqual([readTo(5)]);
});

it('reads nothing in a conversation that was just marked as unread, whatever arrives', async () => {
  Object.assign(conversation, { held: true, place: { readSeq: 2, markedUnread: true } });
  await show(5);
  await show(6);
  expect(client.api.call).not.toHaveBeenCalled();
});
