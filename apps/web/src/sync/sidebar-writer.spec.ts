import { ApiProblem, NetworkFailure } from '@parvis/client-sdk';
import type { Sidebar } from '@parvis/contracts';
import { beforeEach, expect, it, vi } from 'vitest';
import { FakeClient, stateWith } from './fixtures/fake-client.ts';
import { type SidebarChange, SidebarWriter } from './sidebar-writer.ts';

let client: FakeClient;
let writer: SidebarWriter;
const order = (version: number, channelIds: string[]): Sidebar => ({ version, sections: [{ id: 'f', kind: 'favourites', name: '', collapsed: false, channelIds }] });
const add = (channelId: string): SidebarChange => (sections) => sections.map((section) => ({ ...section, channelIds: [...section.channelIds, channelId] }));
const shown = () => writer.sections[0]!.channelIds;
const settled = () => new Promise((resolve) => {
  setTimeout(resolve, 0);
});

beforeEach(() => {
  client = new FakeClient({ ...stateWith(), sidebar: order(1, ['a']) });
  client.handle = (_operation, { body }) => {
    const { version, sections } = body as Sidebar;
    return Promise.resolve({ version: version + 1, sections });
  };
  writer = new SidebarWriter(client.asClient);
});

it('shows a change at once and keeps it when the server has it', async () => {
  writer.change(add('b'));
  expect(shown()).toEqual(['a', 'b']);
  await settled();
  expect(client.state!.sidebar).toEqual(order(2, ['a', 'b']));
  expect(shown()).toEqual(['a', 'b']);
});

it('sends changes one after the other', async () => {
  writer.change(add('b'));
  writer.change(add('c'));
  await settled();
  expect(client.calls.map(({ input }) => (input.body as Sidebar).version)).toEqual([1, 2]);
  expect(client.state!.sidebar).toEqual(order(3, ['a', 'b', 'c']));
});

it('makes the change again on what another device made', async () => {
  const { handle } = client;
  client.handle = () => Promise.reject(new ApiProblem({ code: 'version_conflict', status: 409 }));
  writer.change(add('b'));
  await settled();
  client.handle = handle;
  client.update((state) => ({ ...state, sidebar: order(2, ['z', 'a']) }));
  await settled();
  expect(client.state!.sidebar).toEqual(order(3, ['z', 'a', 'b']));
});

it('tries again after no answer, and takes back what is refused', async () => {
  vi.useFakeTimers();
  const { handle } = client;
  client.handle = () => Promise.reject(new NetworkFailure('lost'));
  writer.change(add('b'));
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toEqual(['a', 'b']);
  client.handle = handle;
  await vi.advanceTimersByTimeAsync(6_000);
  expect(client.state!.sidebar.version).toBe(2);
  client.handle = () => Promise.reject(new ApiProblem({ code: 'invalid_request', status: 400 }));
  writer.change(add('c'));
  await vi.advanceTimersByTimeAsync(0);
  expect(shown()).toEqual(['a', 'b']);
  vi.useRealTimers();
});
