import { type Message, streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;
let carol: Person;
let stranger: Person;
let teamId: string;
let channelId: string;
let message: Message;

const LIST = '- [ ] bread\n- [x] milk\n- [ ] salt';

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob, carol, stranger] = await Promise.all(['Alice', 'Bob', 'Carol', 'Sam'].map((name) => workspace.person(name))) as [Person, Person, Person, Person];
  teamId = (await alice.call('createTeam', { body: { name: 'Studio' } })).team.id;
  for (const { id } of [bob, carol]) await alice.call('addTeamMember', { params: { id: teamId }, body: { userId: id } });
});
afterAll(() => workspace?.stop());
beforeEach(async () => {
  channelId = (await alice.call('createChannel', { body: { teamId, kind: 'private', name: randomUUID(), memberIds: [bob.id, carol.id] } })).channel.id;
  message = await bob.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text: LIST } });
});

const place = () => ({ channelId, messageId: message.id });
const edit = (text: string) => bob.call('editMessage', { params: place(), body: { text } });
const revisions = async (person: Person) => (await person.call('listRevisions', { params: place() })).revisions.map(({ text }) => text);
const tick = (person: Person, index: number, done = true) => person.call('tickTask', { params: { ...place(), index }, body: { done } });
const see = (editHistory: 'everyone' | 'moderators' | 'nobody') => workspace.owner.call('updateOrganisation', { body: { editHistory } });

describe('the history of a message', () => {
  it('is what it said before, the oldest first', async () => {
    expect(await revisions(alice)).toEqual([]);
    await edit('second');
    await edit('second');
    const third = await edit('third');
    const { revisions: all } = await alice.call('listRevisions', { params: place() });
    expect(all.map(({ text }) => text)).toEqual([LIST, 'second']);
    expect(all[0]!.at).toBe(message.createdAt);
    expect(all[1]!.at < third.editedAt!).toBe(true);
  });

  it('is seen by whom the organisation lets see it, and by the author', async () => {
    await edit('second');
    await see('moderators');
    expect(await revisions(alice)).toHaveLength(1);
    expect(await revisions(bob)).toHaveLength(1);
    await expectRefusal(revisions(carol), 'forbidden');
    await see('nobody');
    await expectRefusal(revisions(alice), 'forbidden');
    expect(await revisions(bob)).toHaveLength(1);
    await see('everyone');
    expect(await revisions(carol)).toHaveLength(1);
    await expectRefusal(revisions(stranger), 'not_found');
    await expectRefusal(revisions(workspace.owner), 'not_found');
  });

  it('is not in the log either for whom it is not, nor in quotes of it', async () => {
    await alice.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text: 'Yes', quotedMessageId: message.id } });
    const latest = await edit('second');
    const log = async (person: Person) => JSON.stringify(await eventsOf(person, streamId('channel', channelId)));
    expect(await log(carol)).toContain('bread');
    await see('nobody');
    const told = await eventsOf(carol, streamId('channel', channelId));
    await see('everyone');
    expect(JSON.stringify(told)).not.toContain('bread');
    expect(told?.map(({ type }) => type)).toEqual(['message.created', 'message.created', 'message.edited']);
    expect(told?.[2]).toMatchObject({ payload: { message: latest } });
    expect(told?.[1]).toMatchObject({ payload: { message: { text: 'Yes', quote: { text: 'second' } } } });
  });

  it('goes with the message', async () => {
    await edit('second');
    await alice.call('deleteMessage', { params: place() });
    expect(await revisions(bob)).toEqual([]);
    expect(await workspace.query('SELECT 1 FROM message_revision WHERE message_id = $1', [message.id])).toEqual([]);
  });

  it('shows which edit is overtaken', async () => {
    await edit('on the phone');
    await expectRefusal(bob.call('editMessage', { params: place(), body: { text: 'on the desk', version: message.version } }), 'version_conflict');
    await expectRefusal(bob.call('editMessage', { params: place(), body: { text: 'from the future', version: 9_999 } }), 'version_conflict');
  });
});

describe('ticking a task', () => {
  it('changes this task only, is told as an edit and kept in the history', async () => {
    const ticked = await tick(carol, 2);
    expect(ticked).toMatchObject({ text: '- [ ] bread\n- [x] milk\n- [x] salt', version: message.seq + 1, authorId: bob.id });
    expect((await eventsOf(alice, streamId('channel', channelId)))?.at(-1)).toMatchObject({ type: 'message.edited', payload: { message: ticked } });
    expect(await tick(alice, 2)).toEqual(ticked);
    expect(await revisions(alice)).toEqual([LIST]);
    expect((await tick(carol, 1, false)).text).toBe('- [ ] bread\n- [ ] milk\n- [x] salt');
  });

  it('keeps what two people tick at once', async () => {
    await Promise.all([tick(alice, 0), tick(carol, 2), tick(bob, 1, false)]);
    expect(await alice.call('getMessage', { params: place() })).toMatchObject({ text: '- [x] bread\n- [ ] milk\n- [x] salt' });
  });

  it('is refused where there is none, or nothing may be written', async () => {
    await expectRefusal(tick(alice, 3), 'task_not_found');
    await expectRefusal(tick(stranger, 0), 'not_found');
    await alice.call('updateChannel', { params: { id: channelId }, body: { posting: 'moderators' } });
    await expectRefusal(tick(carol, 0), 'posting_restricted');
    expect((await tick(alice, 0)).text).toContain('[x] bread');
    await alice.call('archiveChannel', { params: { id: channelId } });
    await expectRefusal(tick(alice, 1), 'channel_archived');
    await alice.call('unarchiveChannel', { params: { id: channelId } });
    await alice.call('deleteMessage', { params: place() });
    await expectRefusal(tick(alice, 1), 'message_deleted');
  });
});
