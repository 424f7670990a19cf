import { type EventType, LIMITS, streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelOf } from '../../fixtures/rooms.ts';
import { eventsOf, expectRefusal, openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let [olga, bob, carol] = [] as unknown as [Person, Person, Person];

beforeAll(async () => {
  workspace = await openWorkspace();
  [olga, bob, carol] = await Promise.all([workspace.person('Olga'), workspace.person('Bob'), workspace.person('Carol')]) as [Person, Person, Person];
});
afterAll(() => workspace?.stop());

interface Where { channelId?: string; parentId?: string; title?: string; copyOf?: string; clientId?: string }
const made = async (by: Person, where: Where = {}) => (await by.call('createDocument', { body: where })).document.id;
const move = (by: Person, id: string, body: { channelId?: string; parentId?: string; afterId?: string | null } = {}) => by.call('moveDocument', { params: { id }, body });
const trash = (by: Person, id: string) => by.call('trashDocument', { params: { id } });
const restore = (by: Person, id: string) => by.call('restoreDocument', { params: { id } });
const get = (by: Person, id: string) => by.call('getDocument', { params: { id } });
type Place = 'all' | 'channel' | 'personal' | 'shared' | 'favourites' | 'recent' | 'templates' | 'trash';
const list = async (by: Person, place: Place, more: { channelId?: string; query?: string } = {}) =>
  (await by.call('listDocuments', { query: { place, ...more } })).documents.map(({ document }) => document.id);
/** Ids that the hints of a stream name, in order. */
async function hints(by: Person, channelId: string | null, type: EventType = channelId === null ? 'document.changed' : 'channel.document_changed'): Promise<string[]> {
  const events = (await eventsOf(by, channelId === null ? streamId('user', by.id) : streamId('channel', channelId))) ?? [];
  return events.filter((event) => event.type === type).map((event) => (event.payload as { documentId: string }).documentId);
}

describe('a new document', () => {
  it('is of one’s own, of a conversation or below another, last among those beside it, and its home hears of it', async () => {
    const channelId = await channelOf(olga, bob);
    const [first, second] = [await made(olga, { channelId, title: 'First' }), await made(bob, { channelId })];
    const child = await made(bob, { parentId: first, title: 'Child' });
    expect(await list(olga, 'channel', { channelId })).toEqual([first, child, second].sort((a, b) => [first, child, second].indexOf(a) - [first, child, second].indexOf(b)));
    expect(await get(olga, child)).toMatchObject({ document: { channelId, ownerId: null, parentId: first, createdBy: bob.id }, role: 'manager', path: [{ id: first, title: 'First' }] });
    expect((await get(olga, first)).hasChildren).toBe(true);
    expect(await hints(olga, channelId)).toEqual([first, second, child]);
    const own = await made(carol);
    expect(await get(carol, own)).toMatchObject({ document: { channelId: null, ownerId: carol.id, title: '' }, role: 'manager' });
    expect(await hints(carol, null)).toEqual([own]);
    await expectRefusal(get(olga, own), 'not_found');
  });

  it('has an emoji for an icon, or none, and no words', async () => {
    const { document: { id } } = await olga.call('createDocument', { body: { icon: '⚖️' } });
    for (const icon of ['', 'words', '📌📌', '<b>', 'custom:1']) {
      await expectRefusal(olga.call('updateDocument', { params: { id }, body: { icon } }), 'invalid_request');
    }
    expect((await get(olga, id)).document.icon).toBe('⚖️');
    await olga.call('updateDocument', { params: { id }, body: { icon: null } });
    expect((await get(olga, id)).document.icon).toBeNull();
  });

  it('is made once, however often it is asked for; another one under the same id is refused', async () => {
    const body = { clientId: randomUUID(), title: 'Once' };
    const answers = await Promise.all([1, 2, 3].map(() => olga.call('createDocument', { body })));
    expect(new Set(answers.map(({ document }) => document.id)).size).toBe(1);
    await expectRefusal(olga.call('createDocument', { body: { ...body, title: 'Other' } }), 'client_id_reused');
  });

  it('stands at most so deep, and not in the trash', async () => {
    let parentId = await made(olga);
    const top = parentId;
    for (let depth = 2; depth <= LIMITS.documentDepth; depth += 1) parentId = await made(olga, { parentId });
    await expectRefusal(made(olga, { parentId }), 'document_too_deep');
    const pair = await made(olga);
    await made(olga, { parentId: pair });
    await expectRefusal(move(olga, pair, { parentId: (await get(olga, parentId)).document.parentId ?? '' }), 'document_too_deep');
    await trash(olga, top);
    await expectRefusal(made(olga, { parentId }), 'document_trashed');
  });

  it('begins with what another held, by who may read that; that one stays as it is', async () => {
    const source = await made(olga, { title: 'Minutes' });
    await expectRefusal(made(bob, { copyOf: source }), 'not_found');
    await olga.call('grantDocumentToUser', { params: { id: source, userId: bob.id }, body: { role: 'reader' } });
    const copy = await made(bob, { copyOf: source });
    expect((await get(bob, copy)).document).toMatchObject({ title: 'Minutes', ownerId: bob.id, createdBy: bob.id, template: false });
    expect(await hints(olga, null)).not.toContain(copy);
  });
});

describe('moving', () => {
  it('orders those beside it, by whoever writes there', async () => {
    const channelId = await channelOf(olga, bob);
    const [a, b, c] = [await made(olga, { channelId }), await made(olga, { channelId }), await made(olga, { channelId })];
    await move(bob, c, { channelId, afterId: null });
    await move(bob, a, { channelId, afterId: b });
    expect(await list(bob, 'channel', { channelId })).toEqual([c, b, a]);
    await expectRefusal(move(bob, a, { channelId, afterId: randomUUID() }), 'not_found');
    await expectRefusal(move(bob, a), 'forbidden');
    expect(await list(bob, 'channel', { channelId })).toEqual([c, b, a]);
  });

  it('to another home takes all below along, with the rights of the new one; both homes hear of it', async () => {
    const [from, to] = [await channelOf(olga, bob), await channelOf(olga, carol)];
    const top = await made(olga, { channelId: from });
    const child = await made(bob, { parentId: top });
    await move(olga, top, { channelId: to });
    expect(await get(carol, child)).toMatchObject({ role: 'editor', document: { channelId: to } });
    await expectRefusal(get(bob, top), 'not_found');
    await expectRefusal(get(bob, child), 'not_found');
    expect((await hints(bob, from)).at(-1)).toBe(top);
    expect((await hints(carol, to)).at(-1)).toBe(top);
    await expectRefusal(move(carol, top), 'forbidden');
    await move(olga, top);
    expect(await get(olga, child)).toMatchObject({ document: { channelId: null, ownerId: olga.id } });
    await expectRefusal(get(carol, child), 'not_found');
  });

  it('leaves to its owner what somebody else takes into a place of theirs', async () => {
    const id = await made(olga);
    await olga.call('grantDocumentToUser', { params: { id, userId: bob.id }, body: { role: 'manager' } });
    await move(bob, id);
    expect((await get(bob, id)).document.ownerId).toBe(bob.id);
    expect((await get(olga, id)).role).toBe('manager');
  });

  it('never makes a circle, also when two ask at once', async () => {
    const [a, b] = [await made(olga), await made(olga)];
    const child = await made(olga, { parentId: a });
    await expectRefusal(move(olga, a, { parentId: a }), 'document_cycle');
    await expectRefusal(move(olga, a, { parentId: child }), 'document_cycle');
    for (let round = 0; round < 5; round += 1) {
      await Promise.allSettled([move(olga, a, { parentId: b }), move(olga, b, { parentId: a })]);
      const parents = await Promise.all([a, b].map(async (id) => (await get(olga, id)).document.parentId));
      expect(parents.filter((parent) => parent !== null)).toHaveLength(1);
      await Promise.all([a, b].map((id) => move(olga, id)));
    }
  });

  it('to below something that goes into the trash at that moment ends in one place', async () => {
    const [parent, id] = [await made(olga), await made(olga)];
    const [moved] = await Promise.allSettled([move(olga, id, { parentId: parent }), trash(olga, parent)]);
    const { document } = await get(olga, id);
    if (moved.status === 'rejected') expect(document).toMatchObject({ parentId: null, trashedAt: null });
    else expect(document.trashedAt).not.toBeNull();
  });
});

describe('the trash', () => {
  it('holds what was removed with all below it, and gives it back with its place and rights', async () => {
    const channelId = await channelOf(olga, bob);
    const [before, top, after] = [await made(olga, { channelId }), await made(olga, { channelId, title: 'Plan' }), await made(olga, { channelId })];
    const child = await made(bob, { parentId: top });
    const alone = await made(olga, { parentId: top });
    await olga.call('grantDocumentToUser', { params: { id: top, userId: carol.id }, body: { role: 'commenter' } });
    await trash(olga, alone);
    await trash(olga, top);
    await trash(olga, top);
    expect(await list(bob, 'channel', { channelId })).toEqual([before, after]);
    expect(await list(bob, 'trash', { channelId })).toEqual([top, alone]);
    await expectRefusal(get(carol, top), 'not_found');
    expect((await get(bob, child)).document.trashedAt).not.toBeNull();
    await expectRefusal(restore(bob, top), 'forbidden');
    await restore(olga, top);
    await restore(olga, top);
    expect(await list(bob, 'channel', { channelId })).toEqual([before, top, after, child].sort((a, b) => [before, child, top, after].indexOf(a) - [before, child, top, after].indexOf(b)));
    expect((await get(carol, top)).role).toBe('commenter');
    expect((await get(olga, child)).document).toMatchObject({ parentId: top, trashedAt: null });
    // Removed by itself before: it stays there.
    expect(await list(olga, 'trash', { channelId })).toEqual([alone]);
    expect((await hints(bob, channelId)).slice(-3)).toEqual([alone, top, top]);
  });

  it('gives a document whose parent stays there to the top of its home', async () => {
    const channelId = await channelOf(olga, bob);
    const top = await made(olga, { channelId });
    const child = await made(bob, { parentId: top });
    await trash(olga, top);
    await restore(bob, child);
    expect((await get(bob, child)).document).toMatchObject({ parentId: null, trashedAt: null, channelId });
    expect((await get(bob, top)).document.trashedAt).not.toBeNull();
  });

  it('is emptied for good by who manages, with all below, and of nothing else', async () => {
    const channelId = await channelOf(olga, bob);
    const top = await made(olga, { channelId });
    const child = await made(bob, { parentId: top });
    const purge = (by: Person) => by.call('purgeDocument', { params: { id: top } });
    await expectRefusal(purge(olga), 'conflict');
    await trash(olga, top);
    await expectRefusal(purge(bob), 'forbidden');
    const results = await Promise.allSettled([purge(olga), olga.call('grantDocumentToUser', { params: { id: child, userId: carol.id }, body: { role: 'reader' } }), restore(olga, child)]);
    expect(results.map(({ status }) => status)).toContain('fulfilled');
    await purge(olga).catch(() => undefined);
    await expectRefusal(get(olga, top), 'not_found');
    const [grants] = await workspace.query<{ count: string }>('SELECT count(*) FROM document_grant g LEFT JOIN document d ON d.id = g.document_id WHERE d.id IS NULL');
    expect(Number(grants?.count)).toBe(0);
    expect((await hints(bob, channelId)).at(-1)).toBe(top);
  });

  it('takes nothing from an archived conversation', async () => {
    const channelId = await channelOf(olga, bob);
    const id = await made(olga, { channelId });
    await olga.call('archiveChannel', { params: { id: channelId } });
    await expectRefusal(trash(olga, id), 'channel_archived');
    await expectRefusal(olga.call('updateDocument', { params: { id }, body: { title: 'New' } }), 'channel_archived');
    expect((await get(bob, id)).role).toBe('editor');
  });
});

describe('lists', () => {
  it('hold favourites, what was opened last, templates, and what others gave', async () => {
    const channelId = await channelOf(olga, bob);
    const [a, b, c] = [await made(olga, { channelId }), await made(olga, { channelId }), await made(bob)];
    await bob.call('grantDocumentToUser', { params: { id: c, userId: olga.id }, body: { role: 'reader' } });
    for (const id of [b, a]) await olga.call('setDocumentFavourite', { params: { id }, body: { favourite: true } });
    expect((await list(olga, 'favourites')).filter((id) => [a, b, c].includes(id))).toEqual([b, a]);
    await olga.call('setDocumentFavourite', { params: { id: b }, body: { favourite: false } });
    expect(await list(olga, 'favourites')).toEqual([a]);
    for (const id of [a, c, b]) await olga.call('getDocumentState', { params: { id }, query: { since: 0 } });
    expect(await list(olga, 'recent')).toEqual([b, c, a]);
    expect(await list(olga, 'shared')).toEqual([c]);
    await olga.call('updateDocument', { params: { id: a }, body: { template: true } });
    expect(await list(bob, 'templates', { channelId })).toEqual([a]);
    await bob.call('revokeDocumentFromUser', { params: { id: c, userId: olga.id } });
    expect(await list(olga, 'recent')).toEqual([b, a]);
    await expectRefusal(list(carol, 'channel', { channelId }), 'not_found');
  });

  it('come in pages without gaps or doubles, and by words of a title', async () => {
    const dora = await workspace.person('Dora');
    const titles = Array.from({ length: 23 }, (_, index) => `Report ${String(index).padStart(2, '0')}`);
    for (const title of titles) await made(dora, { title });
    await made(dora, { title: 'else' });
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { documents, next } = await dora.call('listDocuments', { query: { place: 'all', query: 'rEPORT', limit: 5, cursor } });
      seen.push(...documents.map(({ document }) => document.title));
      if (next === null) break;
      cursor = next;
    }
    expect(seen).toEqual(titles);
    await expectRefusal(dora.call('listDocuments', { query: { place: 'all', cursor: 'nonsense' } }), 'invalid_cursor');
  });

  it('name what I may see of those that are asked for', async () => {
    const [mine, theirs] = [await made(olga, { title: 'Mine' }), await made(bob)];
    const { documents } = await olga.call('lookUpDocuments', { body: { ids: [theirs, mine, randomUUID()] } });
    expect(documents).toEqual([{ id: mine, kind: 'text', title: 'Mine', icon: null }]);
  });
});
