import type { DocumentRole, OperationId, RouteCall } from '@parvis/contracts';
import type { TestAccount } from '@parvis/testing';
import * as Y from 'yjs';
import { type Case, everybody, insiders, members, on, type Row, signedIn, withGuest } from './case.ts';
import { finished } from './file-cases.ts';
import type { RoleName, Stage } from './stage.ts';

type Place = RouteCall<'createDocument'>['body'];
export const self = (stage: Stage, role: RoleName): TestAccount => (role === 'anonymous' ? stage.spare : stage.people[role]);
const made = async (by: TestAccount, body: Place = {}) => (await by.api.call('createDocument', { body })).document.id;

/** The lead's, in a private channel with the member. */
const ofLead = async (stage: Stage) => made(stage.people.lead, { channelId: await stage.channel('private', [stage.people.member]) });
/** The member's, in a private channel of the lead's. */
const ofMember = async (stage: Stage) => made(stage.people.member, { channelId: await stage.channel('private', [stage.people.member]) });
const hidden = async (stage: Stage) => made(stage.people.lead, { channelId: await stage.channel('private', []) });
const withAGuest = async (stage: Stage) => made(stage.people.lead, { channelId: await stage.guestChannel() });
export const ofSpare = (stage: Stage) => made(stage.spare);
/** A guest has none of their own: the spare person's, given to them whole. */
const own = (stage: Stage, role: RoleName) => (role === 'guest' ? granted('manager')(stage, role) : made(self(stage, role)));
/** The spare person's, given to whoever acts. */
export const granted = (given: DocumentRole) => async (stage: Stage, role: RoleName) => {
  const id = await ofSpare(stage);
  await stage.spare.api.call('grantDocumentToUser', { params: { id, userId: self(stage, role).user.id }, body: { role: given } });
  return id;
};
/** The spare person's, to whoever has its address. */
const linked = (linkAccess: 'reader' | 'editor') => async (stage: Stage) => {
  const id = await ofSpare(stage);
  await stage.spare.api.call('updateDocumentAccess', { params: { id }, body: { linkAccess } });
  return id;
};
/** Below the lead's in a channel with the member, without its rights. */
const apart = async (stage: Stage) => {
  const id = await made(stage.people.lead, { parentId: await ofLead(stage) });
  await stage.people.lead.api.call('updateDocumentAccess', { params: { id }, body: { inheritsAccess: false } });
  return id;
};
const archived = async (stage: Stage) => {
  const channelId = await stage.channel();
  const id = await made(stage.people.lead, { channelId });
  await stage.people.lead.api.call('archiveChannel', { params: { id: channelId } });
  return id;
};
const inTrash = (make: (stage: Stage, role: RoleName) => Promise<string>, by: 'lead' | 'member' | 'spare' = 'lead') => async (stage: Stage, role: RoleName) => {
  const id = await make(stage, role);
  await (by === 'spare' ? stage.spare : stage.people[by]).api.call('trashDocument', { params: { id } });
  return id;
};

/** The spare person's own, to the whole world, with a file in it. */
async function publishedWithFile(stage: Stage): Promise<{ id: string; fileId: string }> {
  const { spare } = stage;
  const id = await made(spare);
  const { fileId } = await finished(stage, spare);
  await spare.api.call('attachFileToDocument', { params: { id, fileId } });
  await spare.api.call('updateDocumentAccess', { params: { id }, body: { published: true } });
  return { id, fileId };
}

/** Of each kind of document, in what a row of expectations goes by. */
const OBJECTS = {
  'my own': own,
  'somebody’s own': ofSpare,
  'one that I was given to read': granted('reader'),
  'one that I was given to comment': granted('commenter'),
  'one that I was given to write': granted('editor'),
  'one that I was given whole': granted('manager'),
  'one to be read by its link': linked('reader'),
  'one to be written by its link': linked('editor'),
  'the lead’s in a private channel': ofLead,
  'the member’s in a private channel of the lead’s': ofMember,
  'one in a private channel without the member': hidden,
  'one in a channel with a guest': withAGuest,
  'one below it that has rights of its own': apart,
  'one in an archived channel': archived,
  'the lead’s in the trash': inTrash(ofLead),
  'the member’s in the trash': inTrash(ofMember, 'member'),
  'one in the trash that I was given to read': inTrash(granted('reader'), 'spare'),
} as const;
type ObjectName = keyof typeof OBJECTS;

/** Status for whoever may read, comment, write and manage; and for who may write but it is archived, or in the trash. */
export interface Ladder {
  reader: number;
  commenter: number;
  editor: number;
  manager: number;
  archived: [editor: number, manager: number];
  trashed: [editor: number, manager: number];
}

const rows = ({ reader, commenter, editor, manager, archived: old, trashed }: Ladder): Record<ObjectName, Row> => ({
  'my own': signedIn(manager),
  'somebody’s own': signedIn(404),
  'one that I was given to read': signedIn(reader),
  'one that I was given to comment': signedIn(commenter),
  'one that I was given to write': signedIn(editor),
  'one that I was given whole': signedIn(manager),
  'one to be read by its link': members(reader),
  'one to be written by its link': members(editor),
  'the lead’s in a private channel': insiders(editor, manager),
  'the member’s in a private channel of the lead’s': insiders(manager, manager),
  'one in a private channel without the member': insiders(404, manager),
  'one in a channel with a guest': withGuest(editor, manager),
  'one below it that has rights of its own': insiders(404, manager),
  'one in an archived channel': insiders(old[0], old[1]),
  'the lead’s in the trash': insiders(trashed[0], trashed[1]),
  'the member’s in the trash': insiders(trashed[1], trashed[1]),
  'one in the trash that I was given to read': signedIn(404),
});

/** One case for each kind of document. */
export function each<O extends OperationId>(operation: O, ladder: Ladder, input: (id: string, stage: Stage, role: RoleName) => RouteCall<O> | Promise<RouteCall<O>>, other: Partial<Record<ObjectName, Row>> = {}): Case[] {
  const expected = { ...rows(ladder), ...other };
  return (Object.keys(OBJECTS) as ObjectName[]).map((object) => on(operation, object, expected[object], async (stage, role) => input(await OBJECTS[object](stage, role), stage, role)));
}

export const all = (status: number): Ladder => ({ reader: status, commenter: status, editor: status, manager: status, archived: [status, status], trashed: [status, status] });
export const commenters = (status: number): Ladder => ({ reader: 403, commenter: status, editor: status, manager: status, archived: [409, 409], trashed: [409, 409] });
export const editors = (status: number): Ladder => ({ reader: 403, commenter: 403, editor: status, manager: status, archived: [409, 409], trashed: [409, 409] });
const managers = (status: number): Ladder => ({ reader: 403, commenter: 403, editor: 403, manager: status, archived: [409, 409], trashed: [409, 409] });

export const params = (id: string) => ({ params: { id } });
const withSpare = (id: string, { spare }: Stage) => ({ params: { id, userId: spare.user.id } });
const toOutsider = (id: string, { people }: Stage) => ({ params: { id, userId: people.outsider.user.id }, body: { role: 'reader' as const } });
const toGroup = async (id: string, stage: Stage) => ({ params: { id, groupId: await stage.group(false) } });

/** A word at the end, by a new client. */
export function update(): Blob {
  const doc = new Y.Doc();
  doc.getXmlFragment('document').push([new Y.XmlElement('paragraph')]);
  return new Blob([Buffer.from(Y.encodeStateAsUpdate(doc))], { type: 'application/octet-stream' });
}

/** Who may do what with a document. */
export const documentCases: Case[] = [
  on('listDocuments', 'all that I may see', signedIn(200), () => ({ query: {} })),
  on('listDocuments', 'those of a private channel', insiders(200, 200), async (stage) => ({ query: { place: 'channel', channelId: await stage.channel('private', [stage.people.member]) } })),
  on('listDocuments', 'those of a private channel without the member', insiders(404, 200), async (stage) => ({ query: { place: 'channel', channelId: await stage.channel('private', []) } })),
  on('listDocumentHomes', 'of my conversations', signedIn(200), () => ({})),
  on('createDocument', 'of my own', [401, 403, 201, 201, 201, 201, 201], () => ({ body: {} })),
  on('createDocument', 'in a private channel', insiders(201, 201), async (stage) => ({ body: { channelId: await stage.channel('private', [stage.people.member]) } })),
  on('createDocument', 'in a channel with a guest', withGuest(201, 201), async (stage) => ({ body: { channelId: await stage.guestChannel() } })),
  on('createDocument', 'in an archived channel', insiders(409, 409), async (stage) => ({ body: { channelId: await stage.archivedChannel() } })),
  ...each('createDocument', editors(201), (parentId) => ({ body: { parentId } })),
  on('createDocument', 'a copy of one that I was given to read', [401, 403, 201, 201, 201, 201, 201], async (stage, role) => ({ body: { copyOf: await granted('reader')(stage, role) } })),
  on('createDocument', 'a copy of somebody’s own', signedIn(404), async (stage) => ({ body: { copyOf: await ofSpare(stage) } })),
  ...each('getDocument', all(200), params),
  ...each('updateDocument', editors(200), (id) => ({ ...params(id), body: { title: 'New' } })),
  on('updateDocument', 'the lead’s in a private channel, as a template', insiders(403, 200), async (stage) => ({ ...params(await ofLead(stage)), body: { template: true } })),
  ...each('moveDocument', managers(200), (id) => ({ ...params(id), body: {} }), {
    // Guests have none of their own.
    'my own': [401, 403, 200, 200, 200, 200, 200],
    'one that I was given to read': signedIn(403), 'one that I was given whole': [401, 403, 200, 200, 200, 200, 200],
    'one in a channel with a guest': withGuest(403, 200),
  }),
  on('moveDocument', 'the lead’s in a private channel, among those beside it', insiders(200, 200), async (stage) => {
    const channelId = await stage.channel('private', [stage.people.member]);
    return { ...params(await made(stage.people.lead, { channelId })), body: { channelId, afterId: null } };
  }),
  ...each('trashDocument', { ...managers(204), trashed: [403, 204] }, params),
  ...each('restoreDocument', { ...all(200), trashed: [403, 200] }, params),
  ...each('purgeDocument', { ...all(409), trashed: [403, 204] }, params),
  ...each('setDocumentFavourite', all(204), (id) => ({ ...params(id), body: { favourite: true } })),
  ...each('listBacklinks', all(200), params),
  on('lookUpDocuments', 'of any documents', signedIn(200), async (stage) => ({ body: { ids: [await ofSpare(stage)] } })),
  ...each('getDocumentState', all(200), params),
  ...each('getDocumentText', all(200), params),
  ...each('pushDocumentUpdate', editors(200), (id) => ({ ...params(id), query: { updateId: crypto.randomUUID(), schemaVersion: '1' as never }, body: update() })),
  ...each('attachFileToDocument', editors(204), async (id, stage, role) => ({ params: { id, fileId: (await finished(stage, self(stage, role))).fileId } })),
  on('attachFileToDocument', 'somebody’s file to my own', signedIn(404), async (stage, role) => ({ params: { id: await own(stage, role), fileId: (await finished(stage, stage.spare)).fileId } })),
  ...each('getDocumentAccess', all(200), params),
  ...each('lookUpDocumentReaders', commenters(200), (id, { spare }) => ({ ...params(id), body: { userIds: [spare.user.id] } })),
  ...each('updateDocumentAccess', managers(200), (id) => ({ ...params(id), body: { linkAccess: 'none' as const } })),
  on('updateDocumentAccess', 'my own, to the whole world', [401, 403, 200, 200, 200, 200, 200], async (stage, role) => ({ ...params(await own(stage, role)), body: { published: true } })),
  ...each('grantDocumentToUser', managers(200), toOutsider),
  ...each('revokeDocumentFromUser', managers(200), withSpare),
  on('revokeDocumentFromUser', 'what I was given to read, by myself', [401, 200, 200, 200, 200, 200, 200], async (stage, role) => ({ params: { id: await granted('reader')(stage, role), userId: self(stage, role).user.id } })),
  ...each('grantDocumentToGroup', managers(200), async (id, stage) => ({ ...(await toGroup(id, stage)), body: { role: 'reader' as const } }), {
    'my own': [401, 404, 200, 200, 200, 200, 200], 'one that I was given whole': [401, 404, 200, 200, 200, 200, 200],
  }),
  ...each('revokeDocumentFromGroup', managers(200), toGroup),
  on('getPublishedDocument', 'one that is published', everybody(200), async (stage) => params((await publishedWithFile(stage)).id)),
  on('getPublishedDocument', 'one that isn’t', everybody(404), async (stage, role) => params(await own(stage, role === 'anonymous' ? 'member' : role))),
  on('getPublishedDocument', 'one below one that is', everybody(404), async (stage) => params(await made(stage.spare, { parentId: (await publishedWithFile(stage)).id }))),
  on('getPublishedDocumentState', 'of one that is published', everybody(200), async (stage) => params((await publishedWithFile(stage)).id)),
  on('getPublishedDocumentState', 'of one that isn’t', everybody(404), async (stage) => params(await ofSpare(stage))),
  on('getPublishedDocumentFile', 'of one that is published', everybody(200), async (stage) => ({ params: await publishedWithFile(stage) })),
  on('getPublishedDocumentFile', 'of one that isn’t any more', everybody(404), async (stage) => {
    const file = await publishedWithFile(stage);
    await stage.spare.api.call('updateDocumentAccess', { params: { id: file.id }, body: { published: false } });
    return { params: file };
  }),
];
