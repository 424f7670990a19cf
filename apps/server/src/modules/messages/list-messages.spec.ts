import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;
let channelId: string;
let emptyId: string;
/** By seq: messages 1 to 10, then an edit of the third as event 11. */
const ids: string[] = [];

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob] = await Promise.all(['Alice', 'Bob'].map((name) => workspace.person(name))) as [Person, Person];
  const { team } = await alice.call('createTeam', { body: { name: 'Studio' } });
  await alice.call('addTeamMember', { params: { id: team.id }, body: { userId: bob.id } });
  const create = async (memberIds: string[]) =>
    (await alice.call('createChannel', { body: { teamId: team.id, kind: 'public', name: randomUUID(), memberIds } })).channel.id;
  channelId = await create([bob.id]);
  emptyId = await create([]);
  for (let seq = 1; seq <= 10; seq += 1) {
    ids[seq] = (await alice.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text: `message ${seq}` } })).id;
  }
  await alice.call('editMessage', { params: { channelId, messageId: ids[3]! }, body: { text: 'message 3, better' } });
});
afterAll(() => workspace?.stop());

type Query = { before?: string; after?: string; around?: string; limit?: number };
const list = (query: Query = {}, person = bob, channel = channelId) => person.call('listMessages', { params: { channelId: channel }, query });
const seqs = async (query: Query) => (await list(query)).messages.map(({ seq }) => seq);

describe('history', () => {
  it('begins with the latest page, in the order of the channel, with the head that it is of', async () => {
    const page = await list({ limit: 4 });
    expect(page.messages.map(({ seq }) => seq)).toEqual([7, 8, 9, 10]);
    expect(page).toMatchObject({ after: null, head: 11 });
  });

  it('goes back to the beginning, page by page', async () => {
    const seen: number[][] = [];
    let before: string | undefined;
    do {
      const page = await list({ limit: 4, ...(before === undefined ? {} : { before }) });
      seen.push(page.messages.map(({ seq }) => seq));
      before = page.before ?? undefined;
    } while (before !== undefined);
    expect(seen).toEqual([[7, 8, 9, 10], [3, 4, 5, 6], [1, 2]]);
  });

  it('goes forward again, from where a page began, to the end', async () => {
    const first = await list({ around: ids[1]!, limit: 3 });
    expect(first.messages.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(first.before).toBeNull();
    const second = await list({ after: first.after!, limit: 4 });
    expect(second.messages.map(({ seq }) => seq)).toEqual([4, 5, 6, 7]);
    const last = await list({ after: second.after!, limit: 4 });
    expect(last.messages.map(({ seq }) => seq)).toEqual([8, 9, 10]);
    expect(last.after).toBeNull();
    expect((await list({ before: last.before!, limit: 2 })).messages.map(({ seq }) => seq)).toEqual([6, 7]);
  });

  it('shows a message as it is now', async () => {
    expect((await list({ around: ids[3]!, limit: 1 })).messages).toMatchObject([{ seq: 3, version: 11, text: 'message 3, better' }]);
  });

  it('opens around a message, with as much on both sides as there is', async () => {
    expect(await seqs({ around: ids[5]!, limit: 4 })).toEqual([3, 4, 5, 6]);
    expect(await seqs({ around: ids[1]!, limit: 4 })).toEqual([1, 2, 3, 4]);
    expect(await seqs({ around: ids[10]!, limit: 4 })).toEqual([7, 8, 9, 10]);
    expect(await seqs({ around: ids[5]!, limit: 100 })).toHaveLength(10);
  });

  it('opens around the line of what is unread, at the end when all is read', async () => {
    await bob.call('moveReadCursor', { params: { id: channelId }, body: { seq: 5 } });
    expect(await seqs({ around: 'unread', limit: 4 })).toEqual([4, 5, 6, 7]);
    await bob.call('moveReadCursor', { params: { id: channelId }, body: { seq: 11 } });
    expect(await seqs({ around: 'unread', limit: 4 })).toEqual([7, 8, 9, 10]);
  });

  it('of an empty channel is an empty page', async () => {
    expect(await list({}, alice, emptyId)).toEqual({ messages: [], before: null, after: null, head: 0 });
  });
});

describe('history is refused', () => {
  it('to who is not in the channel, even where they could join', async () => {
    await expectRefusal(list({}, bob, emptyId), 'not_found');
    await expectRefusal(list({}, workspace.owner), 'not_found');
    await expectRefusal(list({}, bob, randomUUID()), 'not_found');
  });

  it('around a message of another channel', () => expectRefusal(list({ around: ids[1]! }, alice, emptyId), 'not_found'));

  it.each(['x', 'bnVsbA', Buffer.from('["1"]').toString('base64url'), Buffer.from('[1,2]').toString('base64url'), Buffer.from('[1.5]').toString('base64url')])(
    'for the cursor %s that is none of ours', async (cursor) => {
      await expectRefusal(list({ before: cursor }), 'invalid_cursor');
      await expectRefusal(list({ after: cursor }), 'invalid_cursor');
    });

  it.each([{ limit: 0 }, { limit: 201 }, { around: 'start' }, { before: 'WzVd', after: 'WzVd' }, { before: 'WzVd', around: 'unread' }])('for %j', async (query) => {
    await expectRefusal(list(query), 'invalid_request');
  });
});

it('a message is found in its own channel only, by its members', async () => {
  const messageId = ids[1]!;
  expect(await bob.call('getMessage', { params: { channelId, messageId } })).toMatchObject({ id: messageId });
  await expectRefusal(alice.call('getMessage', { params: { channelId: emptyId, messageId } }), 'not_found');
  await expectRefusal(workspace.owner.call('getMessage', { params: { channelId, messageId } }), 'not_found');
});
