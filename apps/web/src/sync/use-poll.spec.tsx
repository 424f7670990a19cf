// @vitest-environment jsdom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CHANNEL, FakeClient, stateWith } from './fixtures/fake-client.ts';
import { SessionContext } from './session-context.ts';
import { useOwnVote } from './use-poll.ts';
import type { WorkspaceSession } from './workspace-session.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let client: FakeClient;
let session: WorkspaceSession;
let shown: (readonly number[] | undefined)[];
let root: Root;

beforeEach(() => {
  client = new FakeClient({ ...stateWith(), votes: {} });
  client.handle = () => Promise.resolve({ optionIds: [1] });
  session = { client } as unknown as WorkspaceSession;
  shown = [];
  root = createRoot(document.createElement('div'));
});

afterEach(() => {
  act(() => {
    root.unmount();
  });
});

function Poll({ place }: { place: number }): ReactNode {
  shown[place] = useOwnVote({ channelId: CHANNEL, id: 'poll' }).chosen;
  return null;
}

const show = () => act(async () => {
  root.render(<SessionContext value={{ session, onSignedOut: () => undefined }}><Poll place={0} /><Poll place={1} /></SessionContext>);
});

it('asks once for what I voted, wherever the poll is shown', async () => {
  await show();
  expect(shown).toEqual([[1], [1]]);
  expect(client.calls).toHaveLength(1);
});

it('asks again once the device has begun anew', async () => {
  await show();
  client.handle = () => Promise.resolve({ optionIds: [0] });
  await act(async () => {
    client.update((state) => ({ ...state, votes: {} }));
  });
  expect(shown).toEqual([[0], [0]]);
});
