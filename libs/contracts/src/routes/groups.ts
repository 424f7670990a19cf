import * as z from 'zod/mini';
import { cursor, groupHandle, groupName, id, pageLimit, searchQuery } from '../fields.ts';
import { userGroupSchema } from '../shapes.ts';
import { defineRoutes } from './route.ts';

const byId = z.strictObject({ id });
const byMember = z.strictObject({ id, userId: id });

/** Groups of people that are mentioned together. Admins run those of the organisation, a team's owners its own. */
export const groupRoutes = defineRoutes({
  listGroups: {
    method: 'GET', path: '/groups', access: 'signed-in', summary: 'Groups, by handle',
    query: z.strictObject({ query: z.optional(searchQuery), teamId: z.optional(id), cursor: z.optional(cursor), limit: pageLimit }),
    response: z.strictObject({ groups: z.array(userGroupSchema), next: z.nullable(z.string()) }), status: 200, errors: ['invalid_cursor'],
  },
  createGroup: {
    method: 'POST', path: '/groups', access: 'signed-in', summary: 'Make a group, of the organisation or of a team',
    body: z.strictObject({ handle: groupHandle, name: groupName, teamId: z._default(z.nullable(id), null), userIds: z._default(z.array(id).check(z.maxLength(1_000)), []) }),
    response: userGroupSchema, status: 201, errors: ['forbidden', 'not_found', 'name_taken', 'too_many'],
  },
  getGroup: { method: 'GET', path: '/groups/:id', access: 'signed-in', summary: 'A group', params: byId, response: userGroupSchema, status: 200, errors: ['not_found'] },
  updateGroup: {
    method: 'PATCH', path: '/groups/:id', access: 'signed-in', summary: 'Change its handle or name', params: byId,
    body: z.strictObject({ handle: z.optional(groupHandle), name: z.optional(groupName) }), response: userGroupSchema, status: 200, errors: ['not_found', 'forbidden', 'name_taken'],
  },
  deleteGroup: { method: 'DELETE', path: '/groups/:id', access: 'signed-in', summary: 'Dissolve it', params: byId, status: 204, errors: ['not_found', 'forbidden'] },
  listGroupMembers: {
    method: 'GET', path: '/groups/:id/members', access: 'signed-in', summary: 'Who is in it, by name', params: byId,
    query: z.strictObject({ cursor: z.optional(cursor), limit: pageLimit }),
    response: z.strictObject({ userIds: z.array(id), next: z.nullable(z.string()) }), status: 200, errors: ['not_found', 'invalid_cursor'],
  },
  addGroupMember: { method: 'PUT', path: '/groups/:id/members/:userId', access: 'signed-in', summary: 'Add a person; again changes nothing', params: byMember, status: 204, errors: ['not_found', 'forbidden', 'too_many'] },
  removeGroupMember: { method: 'DELETE', path: '/groups/:id/members/:userId', access: 'signed-in', summary: 'Take a person out', params: byMember, status: 204, errors: ['not_found', 'forbidden'] },
});
