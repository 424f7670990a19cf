import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob] = await Promise.all(['Alice', 'Bob'].map((name) => workspace.person(name))) as [Person, Person];
});
afterAll(() => workspace?.stop());

const conversation = async (...people: Person[]) => (await alice.call('openConversation', { body: { userIds: people.map(({ id }) => id) } })).channel.id;
const send = (person: Person, channelId: string) => person.call('sendMessage', { params: { channelId }, body: { clientId: crypto.randomUUID(), text: 'Hello' } });
const read = (person: Person, id: string, seq: number) => person.call('moveReadCursor', { params: { id }, body: { seq } });
const receipts = async (person: Person, id: string) => (await person.call('listReceipts', { params: { id } })).receipts;
const wants = (person: Person, readReceipts: boolean) =>
  workspace.query(`UPDATE app_user SET preferences = preferences || jsonb_build_object('readReceipts', $2::boolean) WHERE id = $1`, [person.id, readReceipts]);

describe('receipts', () => {
  it('say up to where the others of a conversation read', async () => {
    const id = await conversation(bob);
    const { seq } = await send(alice, id);
    await read(bob, id, seq);
    expect(await receipts(alice, id)).toEqual([{ userId: bob.id, readSeq: seq }]);
  });

  it('tell nothing when one of both wants none, nor when the organisation doesn’t', async () => {
    const carl = await workspace.person('Carl');
    const id = await conversation(bob, carl);
    expect(await receipts(alice, id)).toHaveLength(2);
    await wants(carl, false);
    expect((await receipts(alice, id)).map(({ userId }) => userId)).toEqual([bob.id]);
    expect(await receipts(carl, id)).toEqual([]);
    await wants(carl, true);
    await workspace.owner.call('updateOrganisation', { body: { readReceipts: false } });
    expect(await receipts(alice, id)).toEqual([]);
    await workspace.owner.call('updateOrganisation', { body: { readReceipts: true } });
    expect(await receipts(alice, id)).toHaveLength(2);
  });

  it('are of conversations, not of channels, and of who is in them', async () => {
    const { team } = await alice.call('createTeam', { body: { name: 'Studio' } });
    await alice.call('addTeamMember', { params: { id: team.id }, body: { userId: bob.id } });
    const { channel } = await alice.call('createChannel', { body: { teamId: team.id, kind: 'public', name: 'open', memberIds: [bob.id] } });
    expect(await receipts(alice, channel.id)).toEqual([]);
    await expectRefusal(receipts(workspace.owner, await conversation(bob)), 'not_found');
  });
});
