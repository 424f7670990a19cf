import { streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
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
  channelId = (await alice.call('createChannel', { body: { teamId, kind: 'private', name: randomUUID(), memberIds: [bob.id] } })).channel.id;
});

const say = (text = 'Hello') => alice.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text } });
const write = async (text: string, more: object = {}) => (await bob.call('saveDraft', { body: { channelId, text, ...more } })).draft;
const kept = async (person = bob) => (await person.call('sync', { body: { cursors: {} } })).snapshot!.drafts.filter((draft) => draft.channelId === channelId);
const told = async () => (await eventsOf(bob, streamId('user', bob.id)))?.filter(({ type, payload }) => type.startsWith('draft.') && JSON.stringify(payload).includes(channelId));

it('keeps what was written last, for me alone, and tells my devices', async () => {
  expect(await kept()).toEqual([]);
  await write('Hel');
  const draft = await write('Hello');
  expect(draft).toMatchObject({ channelId, threadId: null, text: 'Hello', attachments: [], quotedMessageId: null });
  expect(await kept()).toEqual([draft]);
  expect(await kept(alice)).toEqual([]);
  expect(await told()).toMatchObject([{ type: 'draft.removed' }, { type: 'draft.saved', payload: { draft } }]);
});

it('says nothing when nothing changed', async () => {
  const draft = await write('Same');
  expect(await write('Same')).toEqual(draft);
  expect(await told()).toHaveLength(1);
});

it('is removed by writing nothing, also when there was none', async () => {
  expect(await write('')).toBeNull();
  await write('Hello');
  expect(await write('  ')).toBeNull();
  expect(await kept()).toEqual([]);
  expect((await told())?.map(({ type }) => type)).toEqual(['draft.removed', 'draft.removed']);
});

it('belongs to the conversation or to one of its threads', async () => {
  const root = await say();
  await write('in the channel');
  await write('in the thread', { threadId: root.id });
  expect((await kept()).map(({ threadId, text }) => [threadId, text]).sort()).toEqual([[root.id, 'in the thread'], [null, 'in the channel']].sort());
  await expectRefusal(write('nowhere', { threadId: randomUUID() }), 'not_found');
});

it('keeps a quoted message until that is deleted, and the words then still', async () => {
  const quoted = await say();
  expect(await write('', { quotedMessageId: quoted.id })).toMatchObject({ text: '', quotedMessageId: quoted.id });
  await alice.call('deleteMessage', { params: { channelId, messageId: quoted.id } });
  expect(await write('words', { quotedMessageId: quoted.id })).toMatchObject({ text: 'words', quotedMessageId: null });
});

it('takes only files of mine that are in no message yet', async () => {
  const [mine, theirs] = [await file(bob), await file(alice)];
  expect(await write('', { attachmentIds: [mine] })).toMatchObject({ attachments: [{ id: mine, name: 'a.txt' }] });
  await expectRefusal(write('', { attachmentIds: [theirs] }), 'attachment_invalid');
  await expectRefusal(write('', { attachmentIds: [mine, mine] }), 'attachment_invalid');
  expect((await kept())[0]).toMatchObject({ attachments: [{ id: mine }] });
});

it('goes when I leave the conversation, and does not come back with me', async () => {
  await write('Hello');
  await bob.call('leaveChannel', { params: { id: channelId } });
  expect(await kept()).toEqual([]);
  await expectRefusal(write('again'), 'not_found');
  await alice.call('addChannelMember', { params: { id: channelId }, body: { userId: bob.id } });
  expect(await kept()).toEqual([]);
});

it('is no longer than a message', async () => {
  await expectRefusal(write('x'.repeat(40_001)), 'message_too_long');
});

async function file(person: Person): Promise<string> {
  const [id, blob] = [randomUUID(), randomUUID()];
  await workspace.query('INSERT INTO blob (id, sha256, key, size) VALUES ($1, $2, $3, 1)', [blob, Buffer.from(blob), blob]);
  await workspace.query(
    `INSERT INTO file (id, uploaded_by, name, media_type, kind, size, blob_id, created_at) VALUES ($1, $2, 'a.txt', 'text/plain', 'file', 1, $3, now())`,
    [id, person.id, blob],
  );
  return id;
}
