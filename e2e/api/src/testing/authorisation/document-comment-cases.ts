import type { DocumentRole } from '@parvis/contracts';
import type { TestAccount } from '@parvis/testing';
import { type Case, on, type Row, signedIn } from './case.ts';
import { all, commenters, each, granted, ofSpare, params, self } from './document-cases.ts';
import type { RoleName, Stage } from './stage.ts';

const comment = () => ({ clientId: crypto.randomUUID(), text: 'Well' });

interface Commented {
  id: string;
  threadId: string;
  commentId: string;
}
async function commentedBy(by: TestAccount, id: string): Promise<Commented> {
  const thread = await by.api.call('createCommentThread', { params: { id }, body: { ...comment(), anchor: null } });
  return { id, threadId: thread.id, commentId: thread.comments[0]!.id };
}
type Make = (stage: Stage, role: RoleName) => Promise<Commented>;
/** The spare person's comment in a document of theirs, which whoever acts was given. */
const bySpare = (given: DocumentRole): Make => async (stage, role) => commentedBy(stage.spare, await granted(given)(stage, role));
const unseen: Make = async (stage) => commentedBy(stage.spare, await ofSpare(stage));
const inTrash: Make = async (stage, role) => {
  const made = await bySpare('manager')(stage, role);
  await stage.spare.api.call('trashDocument', { params: { id: made.id } });
  return made;
};
/** One's own, written as a commenter; one is what is said then. */
const mine = (later: DocumentRole): Make => async (stage, role) => {
  const id = await granted('commenter')(stage, role);
  const made = await commentedBy(self(stage, role), id);
  await stage.spare.api.call('grantDocumentToUser', { params: { id, userId: self(stage, role).user.id }, body: { role: later } });
  return made;
};

const ofThreads = (operation: 'replyToComment' | 'resolveCommentThread', status: number): Case[] => {
  const input = (make: Make) => async (stage: Stage, role: RoleName) => {
    const { id, threadId } = await make(stage, role);
    return { params: { id, threadId }, body: operation === 'replyToComment' ? comment() : { resolved: true } } as never;
  };
  const rows: [string, Row, Make][] = [
    ['one that I was given to read', signedIn(403), bySpare('reader')],
    ['one that I was given to comment', signedIn(status), bySpare('commenter')],
    ['one that I was given to write', signedIn(status), bySpare('editor')],
    ['one that I was given whole', signedIn(status), bySpare('manager')],
    ['somebody’s own', signedIn(404), unseen],
    ['one in the trash', signedIn(409), inTrash],
  ];
  return rows.map(([what, row, make]) => on(operation, `a thread in ${what}`, row, input(make)));
};
const edit = (what: string, row: Row, make: Make): Case => on('editComment', what, row, async (stage, role) => ({ params: { ...(await make(stage, role)) }, body: { text: 'Else' } }));
const remove = (what: string, row: Row, make: Make): Case => on('deleteComment', what, row, async (stage, role) => ({ params: { ...(await make(stage, role)) } }));

/** Who may say what about a document, and find where they were called. */
export const documentCommentCases: Case[] = [
  ...each('listCommentThreads', all(200), params),
  ...each('createCommentThread', commenters(201), (id) => ({ ...params(id), body: { ...comment(), anchor: null } })),
  ...ofThreads('replyToComment', 201),
  ...ofThreads('resolveCommentThread', 200),
  edit('my own', signedIn(200), mine('commenter')),
  edit('my own, where I may only read now', signedIn(403), mine('reader')),
  edit('somebody’s in one that I was given whole', signedIn(403), bySpare('manager')),
  edit('somebody’s in a document that I may not see', signedIn(404), unseen),
  edit('one in the trash', signedIn(409), inTrash),
  remove('my own', signedIn(204), mine('commenter')),
  remove('my own, where I may only read now', signedIn(403), mine('reader')),
  remove('somebody’s in one that I was given to write', signedIn(403), bySpare('editor')),
  remove('somebody’s in one that I was given whole', signedIn(204), bySpare('manager')),
  remove('somebody’s in a document that I may not see', signedIn(404), unseen),
  remove('one in the trash', signedIn(409), inTrash),
  on('listDocumentMentions', 'mine', signedIn(200), () => ({ query: {} })),
  on('seeDocumentMentions', 'mine', signedIn(204), () => ({ body: {} })),
  on('seeDocumentMentions', 'of a document that I may not see', signedIn(204), async (stage) => ({ body: { documentId: await ofSpare(stage) } })),
];
