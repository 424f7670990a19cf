// @vitest-environment jsdom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CHANNEL, FakeClient, message, stateWith } from './fixtures/fake-client.ts';
import { SessionContext } from './session-context.ts';
import { type OwnVote, useOwnVote } from './use-poll.ts';
import type { WorkspaceSession } from './workspace-session.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let client: FakeClient;
let session: WorkspaceSession;
let shown: (readonly number[] | undefined)[];
let vote: OwnVote['vote'];
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
  const own = useOwnVote({ channelId: CHANNEL, id: 'poll' });
  shown[place] = own.chosen;
  if (place === 0) ({ vote } = own);
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

it('shows what was pressed last, also when the event of an earlier vote comes after it', async () => {
  await show();
  const answers: (() => void)[] = [];
  client.handle = (route) => route === 'votePoll' ? new Promise((resolve) => answers.push(() => resolve({ ...message(5), id: 'poll' }))) : Promise.resolve({ optionIds: [] });
  let both: Promise<unknown> | undefined;
  await act(async () => {
    both = Promise.all([vote([0]), vote([0, 1])]);
  });
  await act(async () => {
    client.update((state) => ({ ...state, votes: { poll: [0] } }));
  });
  expect(shown[0]).toEqual([0, 1]);
  await act(async () => {
    answers[0]!();
  });
  expect(shown[0]).toEqual([0, 1]);
  await act(async () => {
    answers[1]!();
    await both;
  });
  expect(shown).toEqual([[0, 1], [0, 1]]);
  await act(async () => {
    client.update((state) => ({ ...state, votes: { poll: [1] } }));
  });
  expect(shown).toEqual([[1], [1]]);
});

it('goes back to what counts when a vote is refused', async () => {
  await show();
  client.handle = (route) => route === 'votePoll' ? Promise.reject(new Error('closed')) : Promise.resolve({ optionIds: [1] });
  await act(async () => {
    await expect(vote([0])).rejects.toThrow('closed');
  });
  expect(shown).toEqual([[1], [1]]);
});
