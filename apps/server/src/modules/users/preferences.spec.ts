import { streamId } from '@parvis/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
beforeAll(async () => {
  workspace = await openWorkspace();
  alice = await workspace.person('Alice');
});
afterAll(() => workspace?.stop());

const stored = async () => (await alice.call('sync', { body: { cursors: {} } })).snapshot?.preferences;

it('are as they come until changed, and then the same on all devices', async () => {
  expect(await stored()).toMatchObject({ threads: 'beside', desktopNotifications: 'mentions', skinTone: 0, unreadOnly: false });
  const preferences = await alice.call('updatePreferences', { body: { threads: 'inline', skinTone: 3, unreadOnly: true } });
  expect(preferences).toMatchObject({ threads: 'inline', skinTone: 3, unreadOnly: true, desktopNotifications: 'mentions' });
  expect(await stored()).toEqual(preferences);
  const told = async () => (await eventsOf(alice, streamId('user', alice.id)))?.filter(({ type }) => type === 'preferences.updated');
  expect(await told()).toMatchObject([{ payload: { preferences } }]);
  expect(await alice.call('updatePreferences', { body: { skinTone: 3 } })).toEqual(preferences);
  expect(await told()).toHaveLength(1);
});

it('change only themselves: one change at a time keeps the other', async () => {
  await Promise.all([alice.call('updatePreferences', { body: { notificationSound: false } }), alice.call('updatePreferences', { body: { readReceipts: false } })]);
  expect(await stored()).toMatchObject({ notificationSound: false, readReceipts: false });
});

it.each([{ skinTone: 6 }, { threads: 'flat' }, { colour: 'red' }])('refuse %j', async (body) => {
  await expectRefusal(alice.call('updatePreferences', { body: body as never }), 'invalid_request');
});
