import { type RouteInput, streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;
let teamId: string;
let channelId: string;

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob] = await Promise.all(['Alice', 'Bob'].map((name) => workspace.person(name))) as [Person, Person];
  teamId = (await alice.call('createTeam', { body: { name: 'Studio' } })).team.id;
  await alice.call('addTeamMember', { params: { id: teamId }, body: { userId: bob.id } });
});
afterAll(() => workspace?.stop());
beforeEach(async () => {
  channelId = (await alice.call('createChannel', { body: { teamId, kind: 'public', name: randomUUID(), memberIds: [bob.id] } })).channel.id;
});

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const schedule = (sendAt: string, more: Partial<RouteInput<'createScheduledMessage'>['body']> = {}) =>
  bob.call('createScheduledMessage', { body: { clientId: randomUUID(), channelId, text: 'Later', sendAt, ...more } });
const change = (id: string, body: RouteInput<'updateScheduledMessage'>['body']) => bob.call('updateScheduledMessage', { params: { id }, body });
const sent = async () => (await alice.call('listMessages', { params: { channelId } })).messages.map(({ text }) => text);
const waiting = async () => (await bob.call('sync', { body: { cursors: {} } })).snapshot!.scheduled.filter((one) => one.channelId === channelId);
const gone = () => vi.waitUntil(async () => (await waiting()).length === 0, { timeout: 30_000, interval: 100 });
const told = async () => (await eventsOf(bob, streamId('user', bob.id)))?.filter(({ type }) => type.startsWith('scheduled.'));

describe('a scheduled message', () => {
  it('waits for its time, is sent then, and is gone from what waits', async () => {
    const scheduled = await schedule(inMs(400));
    expect(await waiting()).toEqual([scheduled]);
    await gone();
    expect(await sent()).toEqual(['Later']);
    expect((await told())?.slice(-2)).toMatchObject([1, 2].map(() => ({ type: 'scheduled.removed', payload: { scheduledId: scheduled.id } })));
  });

  it('is made once per client id, whatever became of it', async () => {
    const body = { clientId: randomUUID(), sendAt: inMs(3_600_000) };
    const first = await schedule(body.sendAt, body);
    expect(await schedule(body.sendAt, body)).toEqual(first);
    await expectRefusal(schedule(body.sendAt, { ...body, text: 'Other' }), 'client_id_reused');
    await bob.call('deleteScheduledMessage', { params: { id: first.id } });
    expect(await schedule(body.sendAt, body)).toEqual(first);
    expect(await waiting()).toEqual([]);
  });

  it('goes out with other words, at another time', async () => {
    const { id } = await schedule(inMs(400));
    await change(id, { text: 'Changed', sendAt: inMs(3_600_000) });
    const other = await schedule(inMs(600), { text: 'Other' });
    await vi.waitUntil(async () => !(await waiting()).some((one) => one.id === other.id), { timeout: 30_000, interval: 100 });
    expect(await sent()).toEqual(['Other']);
    await change(id, { sendAt: inMs(200) });
    await gone();
    expect(await sent()).toEqual(['Other', 'Changed']);
  });

  it('is sent now, once, however often that is asked for', async () => {
    const { id } = await schedule(inMs(3_600_000));
    const [first, second] = await Promise.all([1, 2].map(() => bob.call('sendScheduledMessage', { params: { id } })));
    expect(second).toEqual(first);
    expect((await bob.call('sendScheduledMessage', { params: { id } })).id).toBe(first!.id);
    expect(await sent()).toEqual(['Later']);
    await expectRefusal(change(id, { text: 'Too late' }), 'not_found');
    await expectRefusal(bob.call('deleteScheduledMessage', { params: { id } }), 'not_found');
  });

  it('is not sent once it is cancelled', async () => {
    const { id } = await schedule(inMs(300));
    await bob.call('deleteScheduledMessage', { params: { id } });
    const other = await schedule(inMs(500), { text: 'Other' });
    await gone();
    expect(await sent()).toEqual(['Other']);
    await expectRefusal(bob.call('sendScheduledMessage', { params: { id } }), 'not_found');
    expect(other.id).not.toBe(id);
  });

  it('goes into its thread', async () => {
    const root = await alice.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text: 'Root' } });
    const { id } = await schedule(inMs(3_600_000), { threadId: root.id });
    expect(await bob.call('sendScheduledMessage', { params: { id } })).toMatchObject({ threadId: root.id });
    await expectRefusal(schedule(inMs(3_600_000), { threadId: randomUUID() }), 'thread_invalid');
  });

  it('keeps what it quotes, and that a reply goes to the conversation too', async () => {
    const say = (text: string) => alice.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text } });
    const [root, quoted] = [await say('Root'), await say('Quoted')];
    const body = { clientId: randomUUID(), threadId: root.id, quotedMessageId: quoted.id, alsoInChannel: true };
    const at = inMs(3_600_000);
    const scheduled = await schedule(at, body);
    expect(scheduled).toMatchObject({ threadId: root.id, quotedMessageId: quoted.id, alsoInChannel: true });
    expect(await schedule(at, body)).toEqual(scheduled);
    await expectRefusal(schedule(at, { ...body, alsoInChannel: false }), 'client_id_reused');
    expect(await waiting()).toEqual([scheduled]);
    await change(scheduled.id, { text: 'Changed', sendAt: inMs(300) });
    await gone();
    const { messages } = await alice.call('listMessages', { params: { channelId } });
    expect(messages.at(-1)).toMatchObject({ text: 'Changed', threadId: root.id, alsoInChannel: true, quote: { messageId: quoted.id, text: 'Quoted' } });
  });

  it('goes with an empty quote when that was deleted meanwhile, and quotes nothing of elsewhere', async () => {
    const quoted = await alice.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text: 'Quoted' } });
    const { id } = await schedule(inMs(3_600_000), { quotedMessageId: quoted.id });
    await alice.call('deleteMessage', { params: { channelId, messageId: quoted.id } });
    const message = await bob.call('sendScheduledMessage', { params: { id } });
    expect(message).toMatchObject({ text: 'Later', quote: { messageId: quoted.id, text: '' } });
    const other = (await alice.call('createChannel', { body: { teamId, kind: 'private', name: randomUUID() } })).channel.id;
    const secret = await alice.call('sendMessage', { params: { channelId: other }, body: { clientId: randomUUID(), text: 'Secret' } });
    for (const quotedMessageId of [secret.id, randomUUID()]) await expectRefusal(schedule(inMs(3_600_000), { quotedMessageId }), 'not_found');
  });

  it('is refused in the past, without words, where I may not write, and to others', async () => {
    await expectRefusal(schedule(inMs(-1)), 'scheduled_in_past');
    await expectRefusal(schedule(inMs(3_600_000), { text: ' ' }), 'message_empty');
    await expectRefusal(schedule(inMs(3_600_000), { attachmentIds: [randomUUID()] }), 'attachment_invalid');
    const { id } = await schedule(inMs(3_600_000));
    await expectRefusal(change(id, { sendAt: inMs(-1) }), 'scheduled_in_past');
    await expectRefusal(alice.call('updateScheduledMessage', { params: { id }, body: { text: 'Mine now' } }), 'not_found');
    await expectRefusal(alice.call('sendScheduledMessage', { params: { id } }), 'not_found');
    await alice.call('archiveChannel', { params: { id: channelId } });
    await expectRefusal(schedule(inMs(3_600_000)), 'channel_archived');
    await expectRefusal(bob.call('sendScheduledMessage', { params: { id } }), 'channel_archived');
    expect(await waiting()).toMatchObject([{ id, failure: null }]);
  });
});

describe('a message that could not be sent at its time', () => {
  const failed = () => vi.waitUntil(async () => (await waiting())[0]?.failure, { timeout: 30_000, interval: 100 });

  it('is kept with the reason, and goes at another time or by hand once it may', async () => {
    const { id } = await schedule(inMs(300));
    await alice.call('archiveChannel', { params: { id: channelId } });
    expect(await failed()).toBe('channel_archived');
    expect(await sent()).toEqual([]);
    await alice.call('unarchiveChannel', { params: { id: channelId } });
    expect(await change(id, { sendAt: inMs(300) })).toMatchObject({ failure: null });
    await gone();
    expect(await sent()).toEqual(['Later']);
  });

  it('is kept when its author was taken out of the conversation, who reads nothing of it', async () => {
    await schedule(inMs(300));
    await alice.call('removeChannelMember', { params: { id: channelId, userId: bob.id } });
    expect(await failed()).toBe('not_found');
    expect(await waiting()).toMatchObject([{ text: 'Later' }]);
  });
});
