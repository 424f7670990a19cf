import { API_PREFIX, type OperationId, type RouteCall } from '@parvis/contracts';
import type { TestAccount } from '@parvis/testing';
import { type Case, insiders, on, type Row, signedIn } from './case.ts';
import type { RoleName, Stage } from './stage.ts';

const BYTES = 'application/offset+octet-stream';
/** A picture of one pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

const ask = (stage: Stage, account: TestAccount, path: string, method: string, headers: Record<string, string>, body?: Uint8Array<ArrayBuffer>) =>
  fetch(path.startsWith('/api') ? stage.url + path : stage.url + API_PREFIX + path, {
    method, headers: { authorization: `Bearer ${account.token}`, ...headers }, ...(body === undefined ? {} : { body }),
  });

/** Of so many bytes, none of which have come. */
async function upload(stage: Stage, account: TestAccount, size: number): Promise<string> {
  const answer = await ask(stage, account, '/uploads', 'POST', { 'upload-length': String(size) });
  return answer.headers.get('location')?.split('/').at(-1) ?? '';
}

export async function finished(stage: Stage, account: TestAccount): Promise<{ uploadId: string; fileId: string }> {
  const uploadId = await upload(stage, account, PIXEL.length);
  await ask(stage, account, `/uploads/${uploadId}`, 'PATCH', { 'content-type': BYTES, 'upload-offset': '0' }, new Uint8Array(PIXEL));
  return { uploadId, fileId: (await account.api.call('getUploadedFile', { params: { id: uploadId } })).id };
}

/** Sent by the lead. */
async function sent(stage: Stage, channelId: string): Promise<string> {
  const { lead } = stage.people;
  const { fileId } = await finished(stage, lead);
  await lead.api.call('sendMessage', { params: { channelId }, body: { clientId: crypto.randomUUID(), text: '', attachmentIds: [fileId] } });
  return fileId;
}

const hidden = (stage: Stage) => stage.channel('private', []);
const self = (stage: Stage, role: RoleName): TestAccount => (role === 'anonymous' ? stage.spare : stage.people[role]);
const mine = async (stage: Stage, role: RoleName) => ({ params: { id: (await finished(stage, self(stage, role))).fileId } });
const spares = async (stage: Stage) => ({ params: { id: (await finished(stage, stage.spare)).fileId } });
const inPublic = async (stage: Stage) => ({ params: { id: await sent(stage, await stage.channel()) } });
const inPrivate = async (stage: Stage) => ({ params: { id: await sent(stage, await hidden(stage)) } });

/** The protocol speaks in headers too. */
const spoken = <O extends OperationId>(input: RouteCall<O>, headers: Record<string, string>): RouteCall<O> => Object.assign(input, { headers });
const pieces = (id: string) => spoken<'appendUpload'>({ params: { id }, body: new Blob(['abc'], { type: BYTES }) }, { 'upload-offset': '0' });
const nobodys: Row = signedIn(404);

export const fileCases: Case[] = [
  on('createUpload', 'three bytes', signedIn(201), () => spoken<'createUpload'>({}, { 'upload-length': '3' })),
  on('getUpload', 'mine', signedIn(200), async (stage, role) => ({ params: { id: await upload(stage, self(stage, role), 3) } })),
  on('getUpload', 'somebody’s', nobodys, async (stage) => ({ params: { id: await upload(stage, stage.spare, 3) } })),
  on('appendUpload', 'mine', signedIn(204), async (stage, role) => pieces(await upload(stage, self(stage, role), 3))),
  on('appendUpload', 'somebody’s', nobodys, async (stage) => pieces(await upload(stage, stage.spare, 3))),
  on('deleteUpload', 'mine', signedIn(204), async (stage, role) => ({ params: { id: await upload(stage, self(stage, role), 3) } })),
  on('deleteUpload', 'somebody’s', nobodys, async (stage) => ({ params: { id: await upload(stage, stage.spare, 3) } })),
  on('getUploadedFile', 'mine', signedIn(200), async (stage, role) => ({ params: { id: (await finished(stage, self(stage, role))).uploadId } })),
  on('getUploadedFile', 'somebody’s', nobodys, async (stage) => ({ params: { id: (await finished(stage, stage.spare)).uploadId } })),
  on('updateFile', 'mine, in no message yet', signedIn(200), async (stage, role) => ({ ...(await mine(stage, role)), body: { name: 'x.png' } })),
  on('updateFile', 'somebody’s', nobodys, async (stage) => ({ ...(await spares(stage)), body: { name: 'x.png' } })),
  on('updateFile', 'the lead’s, in a message', insiders(404, 404), async (stage) => ({ ...(await inPublic(stage)), body: { name: 'x.png' } })),
  on('deleteFile', 'mine, in no message yet', signedIn(204), mine),
  on('deleteFile', 'somebody’s', nobodys, spares),
  on('deleteFile', 'the lead’s, in a message', insiders(404, 404), inPublic),
  on('getFileContent', 'mine, in no message yet', signedIn(200), mine),
  on('getFileContent', 'somebody’s, in no message yet', nobodys, spares),
  on('getFileContent', 'a public channel', insiders(200, 200), inPublic),
  on('getFileContent', 'a private channel without the member', insiders(404, 200), inPrivate),
  on('getFileThumbnail', 'somebody’s, in no message yet', nobodys, spares),
  on('getFileThumbnail', 'a public channel', insiders(200, 200), inPublic),
  on('getFileThumbnail', 'a private channel without the member', insiders(404, 200), inPrivate),
  on('listChannelFiles', 'a public channel', insiders(200, 200), async (stage) => ({ params: { id: await stage.channel() } })),
  on('listChannelFiles', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: { id: await hidden(stage) } })),
];
