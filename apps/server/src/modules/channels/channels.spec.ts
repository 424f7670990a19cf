import { streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventsOf, expectRefusal, openWorkspace, type Person, typesOf, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let bob: Person;
let outsider: Person;
let guest: Person;
let teamId: string;

beforeAll(async () => {
  workspace = await openWorkspace();
  [alice, bob, outsider] = await Promise.all(['Alice', 'Bob', 'Olga'].map((name) => workspace.person(name))) as [Person, Person, Person];
  guest = await workspace.person('Gus', 'guest');
  teamId = (await alice.call('createTeam', { body: { name: 'Studio' } })).team.id;
  for (const { id: userId } of [bob]) await alice.call('addTeamMember', { params: { id: teamId }, body: { userId } });
});
afterAll(() => workspace?.stop());

const create = (person: Person, name: string, kind: 'public' | 'private' = 'public', memberIds: string[] = []) =>
  person.call('createChannel', { body: { teamId, kind, name, memberIds } });

describe('creating a channel', () => {
  it('makes me its owner and tells everybody who is in it from the start', async () => {
    const { channel, membership, unreadCount } = await create(alice, 'Launch', 'private', [bob.id, bob.id, alice.id]);
    expect(channel).toMatchObject({ teamId, kind: 'private', name: 'Launch', memberCount: 2, memberIds: [], createdBy: alice.id });
    expect(membership).toMatchObject({ role: 'owner', readSeq: 0 });
    expect(unreadCount).toBe(0);
    const told = await eventsOf(bob, streamId('user', bob.id));
    expect(told?.at(-1)).toMatchObject({ type: 'channel.joined', payload: { summary: { channel: { id: channel.id }, membership: { role: 'member' } } } });
    const listed = await bob.call('listChannels');
    expect(listed.channels.find((summary) => summary.channel.id === channel.id)).toEqual((told?.at(-1)?.payload as { summary: unknown }).summary);
  });

  it('refuses a name that an open channel of the team has, in whatever case', async () => {
    await create(alice, 'Press');
    await expectRefusal(create(bob, 'pRESS'), 'name_taken');
  });

  it.each(['a\0b', '\ud800'])('refuses a name that cannot be stored: %j', async (name) => {
    await expectRefusal(create(alice, name), 'invalid_request');
  });

  it('answers a repeated client id with the first channel, and refuses it for another', async () => {
    const clientId = randomUUID();
    const body = { teamId, kind: 'public' as const, name: 'Once', clientId };
    const answers = await Promise.all([1, 2, 3].map(() => alice.call('createChannel', { body })));
    expect(new Set(answers.map((answer) => answer.channel.id)).size).toBe(1);
    await expectRefusal(alice.call('createChannel', { body: { ...body, topic: 'Other' } }), 'client_id_reused');
    await expectRefusal(alice.call('createTeam', { body: { name: 'Once', clientId } }), 'client_id_reused');
  });

  it('is for members of the team, and with members of the team only', async () => {
    await expectRefusal(create(outsider, 'Mine'), 'not_found');
    await expectRefusal(create(guest, 'Mine'), 'not_found');
    await expectRefusal(create(alice, 'Theirs', 'private', [outsider.id]), 'forbidden');
    await expectRefusal(create(alice, 'Nobodys', 'private', [randomUUID()]), 'not_found');
    expect(await workspace.query(`SELECT 1 FROM channel WHERE name IN ('Mine', 'Theirs', 'Nobodys')`)).toEqual([]);
  });
});

describe('seeing a channel', () => {
  it('shows a public one to the team, a private one to its members, nothing of either to others', async () => {
    const open = (await create(alice, 'Open')).channel;
    const closed = (await create(alice, 'Closed', 'private')).channel;
    expect(await bob.call('getChannel', { params: { id: open.id } })).toEqual(open);
    await expectRefusal(bob.call('getChannel', { params: { id: closed.id } }), 'not_found');
    for (const person of [outsider, guest, workspace.owner]) {
      for (const id of [open.id, closed.id, randomUUID()]) {
        await expectRefusal(person.call('getChannel', { params: { id } }), 'not_found');
        await expectRefusal(person.call('updateChannel', { params: { id }, body: { name: 'Taken over' } }), 'not_found');
        await expectRefusal(person.call('joinChannel', { params: { id } }), 'not_found');
        await expectRefusal(person.call('listChannelMembers', { params: { id } }), 'not_found');
        await expectRefusal(person.call('moveReadCursor', { params: { id }, body: { seq: 1 } }), 'not_found');
      }
    }
  });
});

describe('changing a channel', () => {
  it('is told once, with the new state, and not at all when nothing changes', async () => {
    const { channel } = await create(alice, 'Before');
    const updated = await alice.call('updateChannel', { params: { id: channel.id }, body: { name: 'After', topic: 'Plans' } });
    expect(updated).toEqual({ ...channel, name: 'After', topic: 'Plans' });
    await alice.call('updateChannel', { params: { id: channel.id }, body: { name: 'After' } });
    expect(await eventsOf(alice, streamId('channel', channel.id))).toMatchObject([{ type: 'channel.updated', seq: 1, payload: { channel: updated } }]);
  });

  it('lets a member set the topic but not the name', async () => {
    const { channel } = await create(alice, 'Rules', 'public', [bob.id]);
    expect(await bob.call('updateChannel', { params: { id: channel.id }, body: { topic: 'Ours' } })).toMatchObject({ topic: 'Ours' });
    await expectRefusal(bob.call('updateChannel', { params: { id: channel.id }, body: { topic: 'Theirs', name: 'Mine' } }), 'forbidden');
    expect(await bob.call('getChannel', { params: { id: channel.id } })).toMatchObject({ topic: 'Ours', name: 'Rules' });
  });

  it('refuses the name of another channel', async () => {
    await create(alice, 'First');
    const { channel } = await create(alice, 'Second');
    await expectRefusal(alice.call('updateChannel', { params: { id: channel.id }, body: { name: 'FIRST' } }), 'name_taken');
  });
});

describe('archiving a channel', () => {
  it('keeps it readable, closed for changes, and frees its name', async () => {
    const { channel } = await create(alice, 'Old', 'public', [bob.id]);
    const params = { id: channel.id };
    await expectRefusal(bob.call('archiveChannel', { params }), 'forbidden');
    const archived = await alice.call('archiveChannel', { params });
    expect(archived.archivedAt).not.toBeNull();
    expect(await alice.call('archiveChannel', { params })).toEqual(archived);
    expect(await bob.call('getChannel', { params })).toEqual(archived);
    await expectRefusal(alice.call('updateChannel', { params, body: { topic: 'Late' } }), 'channel_archived');
    await expectRefusal(bob.call('sendMessage', { params: { channelId: channel.id }, body: { clientId: randomUUID(), text: 'Late' } }), 'channel_archived');
    await create(alice, 'old');
    await expectRefusal(alice.call('unarchiveChannel', { params }), 'name_taken');
    expect(typesOf(await eventsOf(bob, streamId('channel', channel.id)))).toEqual(['channel.updated']);
  });

  it('opens again', async () => {
    const { channel } = await create(alice, 'Returning');
    await alice.call('archiveChannel', { params: { id: channel.id } });
    expect(await alice.call('unarchiveChannel', { params: { id: channel.id } })).toEqual(channel);
  });

  it('never archives the general channel', async () => {
    const [general] = await workspace.query<{ id: string }>('SELECT id FROM channel WHERE team_id = $1 AND is_general', [teamId]);
    await expectRefusal(alice.call('archiveChannel', { params: { id: general?.id ?? '' } }), 'forbidden');
  });
});

describe('the channel browser', () => {
  it('pages by name through what I may see, whether I am in it or not', async () => {
    const team = (await bob.call('createTeam', { body: { name: 'Browse' } })).team.id;
    await bob.call('addTeamMember', { params: { id: team }, body: { userId: alice.id } });
    const make = (name: string, kind: 'public' | 'private') => bob.call('createChannel', { body: { teamId: team, kind, name } });
    for (const name of ['zebra', 'Apple', 'éclair', 'apple pie', '50% off']) await make(name, 'public');
    await make('Secret', 'private');
    const names = async (person: Person, query: { query?: string } = {}) => {
      const found: (string | null)[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await person.call('listTeamChannels', { params: { id: team }, query: { ...query, limit: 2, cursor } });
        found.push(...page.channels.map(({ channel }) => channel.name));
        if (page.next === null) return found;
        cursor = page.next;
      }
    };
    expect((await names(alice)).toSorted()).toEqual(['50% off', 'Apple', 'apple pie', 'general', 'zebra', 'éclair'].toSorted());
    expect(await names(bob)).toContain('Secret');
    expect(await names(alice, { query: 'APPLE' })).toEqual(['Apple', 'apple pie']);
    expect(await names(alice, { query: '%' })).toEqual(['50% off']);
    const { channels } = await alice.call('listTeamChannels', { params: { id: team } });
    expect(channels.filter(({ joined }) => joined).map(({ channel }) => channel.name)).toEqual(['general']);
  });

  it('is closed to who is not in the team', async () => {
    for (const person of [outsider, guest]) await expectRefusal(person.call('listTeamChannels', { params: { id: teamId } }), 'not_found');
  });

  it.each(['', 'nonsense', Buffer.from('["a\\u0000","b"]').toString('base64url'), Buffer.from('["a","b"]').toString('base64url'), Buffer.from('[1]').toString('base64url')])(
    'refuses the cursor "%s"',
    async (cursor) => {
      await expectRefusal(alice.call('listTeamChannels', { params: { id: teamId }, query: { cursor } }), cursor === '' ? 'invalid_request' : 'invalid_cursor');
    },
  );
});
