import type { DocumentRole } from '@parvis/contracts';
import { type Case, on, signedIn } from './case.ts';
import { all, each, editors, granted, ofSpare, params, update } from './document-cases.ts';
import type { RoleName, Stage } from './stage.ts';

const written = async (stage: Stage, id: string): Promise<string> => {
  await stage.spare.api.call('pushDocumentUpdate', { params: { id }, query: { updateId: crypto.randomUUID(), schemaVersion: 1 }, body: update() });
  return id;
};
/** The spare person's, with a word in it, given to whoever acts. */
const given = (role: DocumentRole) => async (stage: Stage, whom: RoleName) => written(stage, await granted(role)(stage, whom));
const unseen = async (stage: Stage) => written(stage, await ofSpare(stage));
const named = (make: (stage: Stage, role: RoleName) => Promise<string>) => async (stage: Stage, role: RoleName) => {
  const id = await make(stage, role);
  const version = await stage.spare.api.call('createDocumentVersion', { params: { id }, body: { seq: 1, name: 'Draft' } });
  return { id, versionId: version.id };
};

const KINDS = [
  ['one that I was given to read', given('reader'), 403], ['one that I was given to comment', given('commenter'), 403], ['one that I was given to write', given('editor'), null],
  ['one that I was given whole', given('manager'), null], ['somebody’s own', unseen, 404],
] as const;
const first = (id: string) => ({ params: { id, seq: '0' as never } });

/** Who may look at what a document was, name its moments and make it so again. */
export const documentHistoryCases: Case[] = [
  ...each('listDocumentHistory', all(200), params),
  ...each('getDocumentStateAt', all(200), first),
  ...each('listDocumentVersions', all(200), params),
  ...each('restoreDocumentState', editors(200), (id) => ({ ...first(id), body: { clientId: crypto.randomUUID() } })),
  ...KINDS.flatMap(([what, make, refused]) => [
    on('createDocumentVersion', what, signedIn(refused ?? 201), async (stage, role) => ({ params: { id: await make(stage, role) }, body: { seq: 1, name: 'Draft' } })),
    on('renameDocumentVersion', what, signedIn(refused ?? 200), async (stage, role) => ({ params: await named(make)(stage, role), body: { name: 'Final' } })),
    on('deleteDocumentVersion', what, signedIn(refused ?? 204), async (stage, role) => ({ params: await named(make)(stage, role) })),
  ]),
];
