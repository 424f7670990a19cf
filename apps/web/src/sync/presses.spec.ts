import type { WorkspaceState } from '@parvis/client-sdk';
import { beforeEach, expect, it } from 'vitest';
import { FakeClient, stateWith } from './fixtures/fake-client.ts';
import { type Choices, Presses } from './presses.ts';

type Preferences = WorkspaceState['preferences'];
type Way = Preferences['threads'];
const mine: Choices<Preferences> = { key: 'preferences', read: ({ preferences }) => preferences, write: (state, preferences) => ({ ...state, preferences }) };

let client: FakeClient;
let presses: Presses;
let told: { value: Way; answer: () => void; refuse: (error: Error) => void }[];

beforeEach(() => {
  client = new FakeClient(stateWith());
  presses = new Presses(client.asClient);
  told = [];
});

const press = (value: Way) => presses.press(mine, { threads: value }, ({ threads }) => new Promise<void>((answer, refuse) => told.push({ value: threads!, answer, refuse })));
const shown = () => client.state!.preferences.threads;
const event = (value: Way) => client.update((state) => mine.write(state, { ...state.preferences, threads: value }));
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('shows a choice at once, and keeps it when it is answered before its event', async () => {
  const done = press('inline');
  expect(shown()).toBe('inline');
  told[0]!.answer();
  await done;
  expect(shown()).toBe('inline');
});

it('tells one after the other, and shows the last, whatever events come meanwhile', async () => {
  const all = [press('inline'), press('beside')];
  expect(shown()).toBe('beside');
  expect(told).toHaveLength(1);
  event('inline');
  expect(shown()).toBe('beside');
  told[0]!.answer();
  await settled();
  expect(told.map(({ value }) => value)).toEqual(['inline', 'beside']);
  expect(shown()).toBe('beside');
  told[1]!.answer();
  await Promise.all(all);
  expect(shown()).toBe('beside');
});

it('shows what holds again when it is refused', async () => {
  const done = press('inline');
  told[0]!.refuse(new Error('no'));
  await expect(done).rejects.toThrow('no');
  expect(shown()).toBe('beside');
});

it('leaves what another device chose after it', async () => {
  const done = press('inline');
  event('inline');
  event('beside');
  told[0]!.answer();
  await done;
  expect(shown()).toBe('beside');
});
