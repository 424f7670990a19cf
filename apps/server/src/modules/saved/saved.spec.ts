import { type SavedItem, streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;
let channelId: string;

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob] = await Promise.all(['Alice', 'Bob'].map((name) => workspace.person(name))) as [Person, Person];
});
afterAll(() => workspace?.stop());
beforeEach(async () => {
  const { team } = await alice.call('createTeam', { body: { name: randomUUID() } });
  await alice.call('addTeamMember', { params: { id: team.id }, body: { userId: bob.id } });
  channelId = (await alice.call('createChannel', { body: { teamId: team.id, kind: 'private', name: randomUUID(), memberIds: [bob.id] } })).channel.id;
});

const say = (text = 'Hello') => alice.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text } });
const save = (messageId: string, more: object = {}) => bob.call('createSaved', { body: { messageId, ...more } });
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const listed = async (state: SavedItem['state'] = 'todo') => (await bob.call('listSaved', { query: { state } })).items;
const told = async (item: Pick<SavedItem, 'id'>) =>
  (await eventsOf(bob, streamId('user', bob.id)))?.filter((event) => (event.type === 'saved.updated' && event.payload.item.id === item.id) || (event.type === 'saved.removed' && event.payload.itemId === item.id));
const snapshotOf = async (person: Person) => (await person.call('sync', { body: { cursors: {} } })).snapshot!;

describe('saving for later', () => {
  it('keeps a message once, shows it with its words, and tells my devices', async () => {
    const message = await say('The plan');
    const item = await save(message.id);
    expect(item).toMatchObject({ messageId: message.id, channelId, state: 'todo', remindAt: null });
    expect(await save(message.id)).toEqual(item);
    const mine = (await listed()).filter((entry) => entry.item.id === item.id);
    expect(mine).toMatchObject([{ item, message: { id: message.id, text: 'The plan' } }]);
    expect(await told(item)).toMatchObject([{ type: 'saved.updated', payload: { item } }]);
    expect((await snapshotOf(bob)).saved).toContainEqual(item);
  });

  it('moves between to do and done, and is saved anew when it was done', async () => {
    const item = await save((await say()).id);
    const done = await bob.call('updateSaved', { params: { id: item.id }, body: { state: 'done' } });
    expect(done).toMatchObject({ state: 'done' });
    expect((await listed()).map((entry) => entry.item.id)).not.toContain(item.id);
    expect((await listed('done')).map((entry) => entry.item.id)).toContain(item.id);
    expect((await snapshotOf(bob)).saved.map(({ id }) => id)).not.toContain(item.id);
    expect(await save(item.messageId!)).toMatchObject({ id: item.id, state: 'todo' });
    await bob.call('updateSaved', { params: { id: item.id }, body: {} });
    expect(await told(item)).toHaveLength(3);
  });

  it('is mine alone', async () => {
    const item = await save((await say()).id);
    await expectRefusal(alice.call('updateSaved', { params: { id: item.id }, body: { state: 'done' } }), 'not_found');
    await expectRefusal(alice.call('deleteSaved', { params: { id: item.id } }), 'not_found');
    expect((await alice.call('listSaved')).items).toEqual([]);
  });

  it('shows no words of a message that I may no longer see, and keeps the place of a deleted one', async () => {
    const [first, second] = [await say('secret'), await say('gone')];
    await save(first.id);
    await save(second.id);
    await alice.call('deleteMessage', { params: { channelId, messageId: second.id } });
    expect((await listed()).slice(0, 2)).toMatchObject([{ message: { deletedAt: expect.any(String), text: '' } }, { message: { text: 'secret' } }]);
    await alice.call('removeChannelMember', { params: { id: channelId, userId: bob.id } });
    expect((await listed()).slice(0, 2)).toMatchObject([{ message: null }, { message: null }]);
    await expectRefusal(save((await say()).id), 'not_found');
  });

  it('refuses what is not there, deleted or in another channel', async () => {
    const message = await say();
    await expectRefusal(save(randomUUID()), 'not_found');
    await expectRefusal(save(message.id, { channelId: randomUUID() }), 'not_found');
    await alice.call('deleteMessage', { params: { channelId, messageId: message.id } });
    await expectRefusal(save(message.id), 'message_deleted');
  });

  it('keeps notes, once per client id', async () => {
    const body = { text: 'Buy bread', clientId: randomUUID(), channelId };
    const note = await bob.call('createSaved', { body });
    expect(note).toMatchObject({ messageId: null, channelId, text: 'Buy bread' });
    expect(await bob.call('createSaved', { body })).toEqual(note);
    await expectRefusal(bob.call('createSaved', { body: { text: '  ' } }), 'message_empty');
  });

  it('answers a repeated request as before, also after leaving the conversation', async () => {
    const [message, other] = [await say(), await say()];
    const [note, kept] = [{ text: 'Buy bread', clientId: randomUUID(), channelId }, { messageId: message.id, clientId: randomUUID(), channelId }];
    const items = [await bob.call('createSaved', { body: note }), await bob.call('createSaved', { body: kept })];
    await alice.call('removeChannelMember', { params: { id: channelId, userId: bob.id } });
    expect([await bob.call('createSaved', { body: note }), await bob.call('createSaved', { body: kept })]).toEqual(items);
    await expectRefusal(save(message.id, { channelId: randomUUID() }), 'not_found');
    await expectRefusal(bob.call('createSaved', { body: { ...note, clientId: randomUUID() } }), 'not_found');
    await expectRefusal(save(other.id), 'not_found');
  });

  it('is removed for good', async () => {
    const item = await save((await say()).id);
    await bob.call('deleteSaved', { params: { id: item.id } });
    expect((await listed()).map((entry) => entry.item.id)).not.toContain(item.id);
    await expectRefusal(bob.call('deleteSaved', { params: { id: item.id } }), 'not_found');
    expect((await told(item))?.at(-1)?.type).toBe('saved.removed');
  });

  it('comes in pages', async () => {
    const items = [await save((await say()).id), await save((await say()).id), await save((await say()).id)];
    const first = await bob.call('listSaved', { query: { limit: 2 } });
    expect(first.items.map(({ item }) => item.id)).toEqual([items[2]!.id, items[1]!.id]);
    const second = await bob.call('listSaved', { query: { limit: 2, cursor: first.next! } });
    expect(second.items[0]!.item.id).toBe(items[0]!.id);
    await expectRefusal(bob.call('listSaved', { query: { cursor: Buffer.from('["x","y"]').toString('base64url') } }), 'invalid_cursor');
  });
});

describe('a reminder', () => {
  const reminded = (item: SavedItem) => vi.waitUntil(
    async () => (await snapshotOf(bob)).saved.find(({ id }) => id === item.id)?.remindedAt != null,
    { timeout: 30_000, interval: 100 },
  );

  it('comes once at its time', async () => {
    const item = await save((await say()).id, { remindAt: inMs(300) });
    await reminded(item);
    const events = await told(item);
    expect(events).toMatchObject([
      { payload: { item: { remindedAt: null } } },
      { payload: { item: { remindAt: item.remindAt, remindedAt: expect.any(String) } } },
    ]);
  });

  it('is not given in the past, for what is done, or for what is gone', async () => {
    const [late, done, gone] = [await save((await say()).id), await save((await say()).id, { remindAt: inMs(2_500) }), await save((await say()).id, { remindAt: inMs(2_500) })];
    await expectRefusal(bob.call('updateSaved', { params: { id: late.id }, body: { remindAt: inMs(-1) } }), 'scheduled_in_past');
    await expectRefusal(save((await say()).id, { remindAt: inMs(-1) }), 'scheduled_in_past');
    await bob.call('updateSaved', { params: { id: done.id }, body: { state: 'done' } });
    await bob.call('deleteSaved', { params: { id: gone.id } });
    const last = await save((await say()).id, { remindAt: inMs(2_700) });
    await reminded(last);
    expect((await listed('done')).find(({ item }) => item.id === done.id)?.item).toMatchObject({ remindAt: null, remindedAt: null });
    expect((await told(gone))?.map(({ type }) => type)).toEqual(['saved.updated', 'saved.removed']);
  });

  it('is given at its new time only, when it is moved', async () => {
    const item = await save((await say()).id, { remindAt: inMs(2_500) });
    await bob.call('updateSaved', { params: { id: item.id }, body: { remindAt: inMs(3_600_000) } });
    const other = await save((await say()).id, { remindAt: inMs(2_800) });
    await reminded(other);
    expect((await snapshotOf(bob)).saved.find(({ id }) => id === item.id)?.remindedAt).toBeNull();
    await bob.call('updateSaved', { params: { id: item.id }, body: { remindAt: inMs(200) } });
    await reminded(item);
    expect(await bob.call('updateSaved', { params: { id: item.id }, body: { remindAt: inMs(3_600_000) } })).toMatchObject({ remindedAt: null });
  });
});
