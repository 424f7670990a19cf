import type { Message } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FileServer, startFileServer } from '../../fixtures/files.ts';
import { forwardedText } from './forwarded-text.ts';

let server: FileServer;
let owner: string;
let ann: { token: string; id: string };
let bob: { token: string; id: string };
let source: string;
let target: string;

beforeAll(async () => {
  server = await startFileServer();
  owner = await server.setUp();
  [ann, bob] = await Promise.all(['ann', 'bob'].map((name) => server.invite(owner, `${name}@acme.test`))) as [typeof ann, typeof ann];
});
afterAll(() => server.stop());
beforeEach(async () => {
  const teamId = (await server.call('createTeam', { token: owner, body: { name: randomUUID() } })).body.team.id;
  for (const { id } of [ann, bob]) await server.call('addTeamMember', { token: owner, params: { id: teamId }, body: { userId: id } });
  const create = async (name: string, memberIds: string[]) => (await server.call('createChannel', { token: owner, body: { teamId, kind: 'private', name, memberIds } })).body.channel.id as string;
  source = await create('source', [ann.id]);
  target = await create('target', [ann.id, bob.id]);
});

const send = async (body: object, channelId = source): Promise<Message> => (await server.call('sendMessage', { token: ann.token, params: { channelId }, body: { clientId: randomUUID(), text: '', ...body } })).body;
const forward = (message: Message, body: object = {}, token = ann.token) =>
  server.call('forwardMessage', { token, params: { channelId: message.channelId, messageId: message.id }, body: { channelId: target, clientId: randomUUID(), text: '', ...body } });

describe('forwarding', () => {
  it('sends a copy with its author, moment and place, and a comment of one’s own', async () => {
    const message = await send({ text: '**Look**' });
    const { status, body } = await forward(message, { text: 'What do you think?' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      channelId: target, authorId: ann.id, text: 'What do you think?',
      forwarded: { channelId: source, messageId: message.id, authorId: ann.id, text: '**Look**', createdAt: message.createdAt },
    });
    // It stays as it was then.
    await server.call('editMessage', { token: ann.token, params: { channelId: source, messageId: message.id }, body: { text: 'other' } });
    expect((await server.call('getMessage', { token: bob.token, params: { channelId: target, messageId: body.id } })).body).toEqual(body);
  });

  it('copies the files: they are the other conversation’s then', async () => {
    const file = await server.upload(ann.token, Buffer.from('hello'), 'hello.txt');
    const message = await send({ attachmentIds: [file.id] });
    const { body } = await forward(message);
    expect(body.attachments).toMatchObject([{ name: 'hello.txt', size: 5 }]);
    expect(body.attachments[0].id).not.toBe(file.id);
    await server.call('deleteMessage', { token: ann.token, params: { channelId: source, messageId: message.id } });
    const content = await server.call('getFileContent', { token: bob.token, params: { id: body.attachments[0].id } });
    expect(content.raw.toString()).toBe('hello');
  });

  it('answers a repeated request with the first message, whatever became of the source', async () => {
    const message = await send({ text: 'once' });
    const clientId = randomUUID();
    const first = await forward(message, { clientId });
    await server.call('deleteMessage', { token: ann.token, params: { channelId: source, messageId: message.id } });
    expect((await forward(message, { clientId })).body).toEqual(first.body);
    expect((await forward(message, { clientId, text: 'more' })).body.code).toBe('client_id_reused');
    expect((await forward(message)).body.code).toBe('message_deleted');
  });

  it('is for what one may read, to where one may write', async () => {
    const message = await send({ text: 'secret' });
    expect((await forward(message, {}, bob.token)).status).toBe(404);
    const elsewhere = (await server.call('openConversation', { token: owner, body: { userIds: [bob.id] } })).body.channel.id;
    expect((await forward(message, { channelId: elsewhere })).status).toBe(404);
    expect((await forward(message, { channelId: randomUUID() })).status).toBe(404);
    expect((await forward({ ...message, channelId: target })).status).toBe(404);
    await server.call('updateChannel', { token: owner, params: { id: target }, body: { posting: 'moderators' } });
    expect((await forward(message)).body.code).toBe('posting_restricted');
    await server.call('archiveChannel', { token: owner, params: { id: target } });
    expect((await forward(message)).body.code).toBe('channel_archived');
    expect(await server.database.query(`SELECT 1 FROM message WHERE channel_id = $1`, [target])).toEqual([]);
  });

  it('keeps the first author of what was forwarded before, and of a poll its question', async () => {
    const first = await send({ text: 'first' });
    const second: Message = (await forward(first)).body;
    expect((await forward(second)).body.forwarded).toMatchObject({ text: 'first', authorId: ann.id, createdAt: first.createdAt, messageId: second.id });
    const commented: Message = (await forward(first, { text: 'see' })).body;
    expect(forwardedText(commented).text).toBe('see\n\n> first');
    const poll = await send({ poll: { question: 'Where?', options: ['Here', 'There'] } });
    expect((await forward(poll)).body.forwarded.text).toBe('**Where?**\n\n- Here\n- There');
  });

  it('does not pile up comments beyond what a message may hold', async () => {
    const half = 'a'.repeat(25_000);
    const first: Message = (await forward(await send({ text: half }), { text: half })).body;
    expect(first.forwarded?.text).toHaveLength(25_000);
    const { status, body } = await forward(first);
    expect([status, body.code]).toEqual([422, 'message_too_long']);
  });
});
