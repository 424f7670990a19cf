import { type Case, members, on, signedIn, teamAnd } from './case.ts';

const unique = () => `g-${crypto.randomUUID().slice(0, 12)}`;
/** Groups of the organisation: admins run them, guests don't learn of them. */
const run = (status: number) => [401, 404, 403, 403, 403, status, status] as const;

export const groupCases: Case[] = [
  on('listGroups', 'all that I see', signedIn(200), () => ({})),
  on('createGroup', 'the organisation', [401, 403, 403, 403, 403, 201, 201], () => ({ body: { handle: unique(), name: 'Group' } })),
  on('createGroup', 'a team', teamAnd(403, 201, 201), ({ teamId }) => ({ body: { handle: unique(), name: 'Group', teamId } })),
  on('getGroup', 'a group of the organisation', members(200), async (stage) => ({ params: { id: await stage.group(false) } })),
  on('getGroup', 'a group of a team', teamAnd(200, 200, 200), async (stage) => ({ params: { id: await stage.group(true) } })),
  on('updateGroup', 'a group of the organisation', run(200), async (stage) => ({ params: { id: await stage.group(false) }, body: { name: 'Other' } })),
  on('updateGroup', 'a group of a team', teamAnd(403, 200, 200), async (stage) => ({ params: { id: await stage.group(true) }, body: { name: 'Other' } })),
  on('deleteGroup', 'a group of the organisation', run(204), async (stage) => ({ params: { id: await stage.group(false) } })),
  on('deleteGroup', 'a group of a team', teamAnd(403, 204, 204), async (stage) => ({ params: { id: await stage.group(true) } })),
  on('listGroupMembers', 'a group of the organisation', members(200), async (stage) => ({ params: { id: await stage.group(false) } })),
  on('listGroupMembers', 'a group of a team', teamAnd(200, 200, 200), async (stage) => ({ params: { id: await stage.group(true) } })),
  on('addGroupMember', 'a group of the organisation', run(204), async (stage) => ({ params: { id: await stage.group(false), userId: stage.spare.user.id } })),
  on('addGroupMember', 'a group of a team', teamAnd(403, 204, 204), async (stage) => ({ params: { id: await stage.group(true), userId: stage.people.member.user.id } })),
  on('removeGroupMember', 'a group of the organisation', run(204), async (stage) => ({ params: { id: await stage.group(false), userId: stage.spare.user.id } })),
  on('removeGroupMember', 'a group of a team', teamAnd(403, 204, 204), async (stage) => ({ params: { id: await stage.group(true), userId: stage.people.member.user.id } })),
];
