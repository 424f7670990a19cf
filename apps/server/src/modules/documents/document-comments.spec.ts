import { LIMITS } from '@parvis/contracts';
import { formatMention } from '@parvis/rich-text';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { codeOf, Writer } from '../../fixtures/documents.ts';

let server: TestServer;
let [olga, bob, carol, dan] = [] as unknown as [TestAccount, TestAccount, TestAccount, TestAccount];
const writers: Writer[] = [];

beforeAll(async () => {
  server = await startTestServer();
  olga = await server.setUp();
  [bob, carol, dan] = await Promise.all([server.createUser('Bob'), server.createUser('Carol'), server.createUser('Dan')]);
});
afterAll(async () => {
  for (const writer of writers) writer.socket.disconnect();
  await server?.stop();
});

/** Olga's, which Bob may write in and Carol may comment on; Dan sees nothing of it. */
async function shared(): Promise<string> {
  const { document } = await olga.api.call('createDocument', { body: { title: 'Plan' } });
  await olga.api.call('grantDocumentToUser', { params: { id: document.id, userId: bob.user.id }, body: { role: 'editor' } });
  await olga.api.call('grantDocumentToUser', { params: { id: document.id, userId: carol.user.id }, body: { role: 'commenter' } });
  return document.id;
}
const say = (account: TestAccount, id: string, text: string, clientId: string = randomUUID()) =>
  account.api.call('createCommentThread', { params: { id }, body: { clientId, text, anchor: null } });
const list = async (account: TestAccount, id: string, state: 'open' | 'resolved' | 'all' = 'all') =>
  (await account.api.call('listCommentThreads', { params: { id }, query: { state } })).threads;
const eventually = (look: () => unknown): Promise<unknown> => vi.waitFor(() => { if (!look()) throw new Error('not yet'); }, { timeout: 15_000, interval: 20 });
const mentionedIn = async (account: TestAccount): Promise<unknown[]> => {
  const own = `user:${account.user.id}` as const;
  const { streams } = await account.api.call('sync', { body: { cursors: { [own]: 0 } } });
  const events = (streams[own] as { events?: { type: string; payload: unknown }[] }).events ?? [];
  return events.filter(({ type }) => type === 'document.mentioned').map(({ payload }) => payload);
};

describe('comments', () => {
  it('are said by who may comment, on a piece of the text, and told to who has the document open', async () => {
    const id = await shared();
    const writer = await Writer.connect(server.url, bob, id);
    writers.push(writer);
    await writer.open();
    await writer.write('Words to talk about');
    const text = writer.doc.getXmlFragment('document').get(0) as Y.XmlElement;
    const place = (index: number) => Buffer.from(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text.get(0) as Y.XmlText, index))).toString('base64');
    const anchor = { start: place(0), end: place(5) };
    const thread = await carol.api.call('createCommentThread', { params: { id }, body: { clientId: randomUUID(), text: 'Which **words**?', anchor, quote: 'Words' } });
    expect(thread).toMatchObject({ anchor, quote: 'Words', resolvedAt: null, comments: [{ authorId: carol.user.id, text: 'Which **words**?', editedAt: null, deletedAt: null }] });
    await eventually(() => writer.told.document_changed.some(({ what }) => what === 'comments'));
    const answered = await bob.api.call('replyToComment', { params: { id, threadId: thread.id }, body: { clientId: randomUUID(), text: 'These' } });
    expect(answered.comments.map(({ text: words }) => words)).toEqual(['Which **words**?', 'These']);
    expect(await list(olga, id)).toEqual([answered]);
    // To comment is not to write.
    expect(await codeOf(carol.api.call('updateDocument', { params: { id }, body: { title: 'Mine' } }))).toBe('forbidden');
  });

  it('are written once, however often they are sent; a client’s id means one comment', async () => {
    const [id, other] = [await shared(), await shared()];
    const clientId = randomUUID();
    const answers = await Promise.all([say(bob, id, 'Once', clientId), say(bob, id, 'Once', clientId), say(bob, id, 'Once', clientId)]);
    expect(new Set(answers.map((thread) => thread.id)).size).toBe(1);
    expect(await list(bob, id)).toHaveLength(1);
    expect(await codeOf(say(bob, id, 'Twice', clientId))).toBe('client_id_reused');
    expect(await codeOf(say(bob, other, 'Once', clientId))).toBe('client_id_reused');
    const params = { id, threadId: answers[0]!.id };
    const reply = { params, body: { clientId: randomUUID(), text: 'Reply' } };
    expect((await bob.api.call('replyToComment', reply)).comments).toHaveLength(2);
    expect((await bob.api.call('replyToComment', reply)).comments).toHaveLength(2);
    // Still the same after it was edited.
    await bob.api.call('editComment', { params: { ...params, commentId: answers[0]!.comments[0]!.id }, body: { text: 'Otherwise' } });
    expect((await say(bob, id, 'Once', clientId)).id).toBe(answers[0]!.id);
  });

  it('are edited by who wrote them, deleted by them or a manager; a thread that nothing is left of is gone', async () => {
    const id = await shared();
    const thread = await say(carol, id, 'Draft');
    const [params, threadParams] = [{ id, threadId: thread.id, commentId: thread.comments[0]!.id }, { id, threadId: thread.id }];
    expect(await codeOf(olga.api.call('editComment', { params, body: { text: 'Not mine' } }))).toBe('forbidden');
    expect(await codeOf(bob.api.call('deleteComment', { params }))).toBe('forbidden');
    const edited = await carol.api.call('editComment', { params, body: { text: 'Final' } });
    expect(edited.comments[0]).toMatchObject({ text: 'Final', editedAt: expect.any(String) });
    expect((await carol.api.call('editComment', { params, body: { text: 'Final' } })).comments[0]).toEqual(edited.comments[0]);
    const { comments } = await bob.api.call('replyToComment', { params: threadParams, body: { clientId: randomUUID(), text: 'Reply' } });
    await carol.api.call('deleteComment', { params });
    await carol.api.call('deleteComment', { params });
    expect((await list(olga, id))[0]?.comments).toMatchObject([{ text: '', deletedAt: expect.any(String) }, { text: 'Reply' }]);
    expect(await codeOf(carol.api.call('editComment', { params, body: { text: 'Back' } }))).toBe('message_deleted');
    await olga.api.call('deleteComment', { params: { ...threadParams, commentId: comments[1]!.id } });
    expect(await list(olga, id)).toEqual([]);
    expect(await codeOf(bob.api.call('replyToComment', { params: threadParams, body: { clientId: randomUUID(), text: 'Too late' } }))).toBe('not_found');
  });

  it('are resolved and opened again; lists are of either, in pages', async () => {
    const id = await shared();
    const threads = [await say(bob, id, 'One'), await say(carol, id, 'Two'), await say(olga, id, 'Three')];
    const resolve = (account: TestAccount, index: number, resolved: boolean) =>
      account.api.call('resolveCommentThread', { params: { id, threadId: threads[index]!.id }, body: { resolved } });
    const done = await resolve(carol, 0, true);
    expect(done).toMatchObject({ resolvedBy: carol.user.id, resolvedAt: expect.any(String) });
    expect(await resolve(bob, 0, true)).toEqual(done);
    expect((await list(bob, id, 'open')).map((thread) => thread.id)).toEqual([threads[1]!.id, threads[2]!.id]);
    expect((await list(bob, id, 'resolved')).map((thread) => thread.id)).toEqual([threads[0]!.id]);
    expect(await resolve(bob, 0, false)).toMatchObject({ resolvedBy: null, resolvedAt: null });
    const first = await bob.api.call('listCommentThreads', { params: { id }, query: { limit: 2 } });
    const second = await bob.api.call('listCommentThreads', { params: { id }, query: { limit: 2, cursor: first.next! } });
    expect([...first.threads, ...second.threads].map((thread) => thread.id)).toEqual(threads.map((thread) => thread.id));
    expect(second.next).toBeNull();
  });

  it('refuse what is no comment, and who may not; nothing is changed by it', async () => {
    const id = await shared();
    const body = { clientId: randomUUID(), text: 'Hello', anchor: null };
    const thread = await say(olga, id, 'Here');
    expect(await codeOf(say(bob, id, '  \n '))).toBe('message_empty');
    expect(await codeOf(say(bob, id, 'x'.repeat(LIMITS.commentText + 1)))).toBe('invalid_request');
    expect(await codeOf(bob.api.call('createCommentThread', { params: { id }, body: { ...body, anchor: { start: '/////w==', end: 'no base64' } } }))).toBe('invalid_request');
    expect(await codeOf(bob.api.call('listCommentThreads', { params: { id }, query: { cursor: 'made-up' } }))).toBe('invalid_cursor');
    const strange = [say(dan, id, 'Hello'), list(dan, id), dan.api.call('resolveCommentThread', { params: { id, threadId: thread.id }, body: { resolved: true } })];
    expect(await Promise.all(strange.map(codeOf))).toEqual(['not_found', 'not_found', 'not_found']);
    await olga.api.call('grantDocumentToUser', { params: { id, userId: dan.user.id }, body: { role: 'reader' } });
    expect(await codeOf(say(dan, id, 'Hello'))).toBe('forbidden');
    const other = await shared();
    expect(await codeOf(bob.api.call('replyToComment', { params: { id: other, threadId: thread.id }, body: { clientId: randomUUID(), text: 'Elsewhere' } }))).toBe('not_found');
    const { document: board } = await olga.api.call('createDocument', { body: { kind: 'whiteboard' } });
    expect(await codeOf(say(olga, board.id, 'Hello'))).toBe('invalid_request');
    await olga.api.call('trashDocument', { params: { id } });
    expect(await codeOf(say(bob, id, 'Hello'))).toBe('document_trashed');
    expect(await list(bob, id)).toEqual([thread]);
  });
});

describe('people whom a comment calls', () => {
  it('are told once, when they may see the document, and find it among their mentions', async () => {
    const id = await shared();
    const called = [bob, carol, dan, olga].map(({ user }) => formatMention('user', user.id, user.name)).join(' ');
    const thread = await say(olga, id, `Look ${called}`);
    const params = { id, threadId: thread.id, commentId: thread.comments[0]!.id };
    const told = { documentId: id, byUserId: olga.user.id, excerpt: expect.stringContaining('Look @Bob') };
    expect(await mentionedIn(bob)).toEqual([told]);
    expect((await mentionedIn(carol)).length).toBeGreaterThan(0);
    expect(await mentionedIn(dan)).toEqual([]);
    expect((await mentionedIn(olga)).filter((event) => (event as { documentId: string }).documentId === id)).toEqual([]);
    await olga.api.call('editComment', { params, body: { text: `See ${called}` } });
    expect(await mentionedIn(bob)).toHaveLength(1);
    const mine = await bob.api.call('listDocumentMentions', {});
    expect(mine).toMatchObject({ unseen: 1, next: null, mentions: [{ document: { id, title: 'Plan' }, key: params.commentId, byUserId: olga.user.id, seenAt: null }] });
    expect(mine.mentions[0]?.excerpt).toContain('See');
    await bob.api.call('seeDocumentMentions', { body: { documentId: id } });
    await bob.api.call('seeDocumentMentions', { body: {} });
    expect(await bob.api.call('listDocumentMentions', {})).toMatchObject({ unseen: 0, mentions: [{ seenAt: expect.any(String) }] });
    // Who may not see the document any more finds nothing of it.
    await olga.api.call('revokeDocumentFromUser', { params: { id, userId: bob.user.id } });
    expect((await bob.api.call('listDocumentMentions', {})).mentions).toEqual([]);
    // Nor is anything left of a comment that was deleted.
    const ofCarol = async () => (await carol.api.call('listDocumentMentions', {})).mentions.filter(({ document }) => document.id === id);
    expect(await ofCarol()).toHaveLength(1);
    await olga.api.call('deleteComment', { params });
    expect(await ofCarol()).toEqual([]);
  });

  it('come in pages, the last first', async () => {
    const id = await shared();
    const said: string[] = [];
    for (const words of ['one', 'two', 'three']) said.unshift((await say(olga, id, `${words} ${formatMention('user', carol.user.id, 'Carol')}`)).comments[0]!.id);
    const first = await carol.api.call('listDocumentMentions', { query: { limit: 2 } });
    const second = await carol.api.call('listDocumentMentions', { query: { limit: 2, cursor: first.next! } });
    expect([...first.mentions, ...second.mentions].map(({ key }) => key).slice(0, 3)).toEqual(said);
  });
});
