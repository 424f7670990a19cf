import * as z from 'zod/mini';
import { channelName, cursor, description, id, pageLimit, searchQuery, seq, teamName, topic } from '../fields.ts';
import { LIMITS } from '../limits.ts';
import { channelMemberSchema, channelRole, channelSchema, channelSummarySchema, memberSchema, membershipRole, teamSchema, teamSummarySchema } from '../shapes.ts';
import { defineRoutes } from './route.ts';

const byId = z.strictObject({ id });
const byMember = z.strictObject({ id, userId: id });
const memberPage = z.strictObject({ members: z.array(memberSchema), next: z.nullable(z.string()) });
const channelMemberPage = z.strictObject({ members: z.array(channelMemberSchema), next: z.nullable(z.string()) });
const memberQuery = z.strictObject({ cursor: z.optional(cursor), limit: pageLimit });
/** The caller's id for a creation: repeating it returns the first result. */
const clientId = z.optional(id);

export const conversationRoutes = defineRoutes({
  listTeams: {
    method: 'GET', path: '/teams', access: 'signed-in', summary: 'Teams I am in', status: 200,
    response: z.strictObject({ teams: z.array(teamSummarySchema) }),
  },
  createTeam: {
    method: 'POST', path: '/teams', access: 'signed-in', summary: 'Create a team with a public channel "general"; I own it',
    body: z.strictObject({ name: teamName, description: z._default(description, ''), clientId }), response: teamSummarySchema, status: 201,
    errors: ['forbidden', 'client_id_reused'],
  },
  getTeam: { method: 'GET', path: '/teams/:id', access: 'signed-in', summary: 'A team I am in', params: byId, response: teamSchema, status: 200, errors: ['not_found'] },
  updateTeam: {
    method: 'PATCH', path: '/teams/:id', access: 'signed-in', summary: 'Rename or describe a team', params: byId,
    body: z.strictObject({ name: z.optional(teamName), description: z.optional(description) }), response: teamSchema, status: 200,
    errors: ['not_found', 'forbidden'],
  },
  listTeamMembers: {
    method: 'GET', path: '/teams/:id/members', access: 'signed-in', summary: 'Members of a team', params: byId, query: memberQuery,
    response: memberPage, status: 200, errors: ['not_found', 'invalid_cursor'],
  },
  addTeamMember: {
    method: 'POST', path: '/teams/:id/members', access: 'signed-in', summary: 'Add a person; they join the team\'s general channel',
    params: byId, body: z.strictObject({ userId: id }), response: memberSchema, status: 201, errors: ['not_found', 'forbidden', 'already_member'],
  },
  updateTeamMember: {
    method: 'PATCH', path: '/teams/:id/members/:userId', access: 'signed-in', summary: 'Change a member\'s role', params: byMember,
    body: z.strictObject({ role: membershipRole }), response: memberSchema, status: 200, errors: ['not_found', 'forbidden', 'last_owner'],
  },
  removeTeamMember: {
    method: 'DELETE', path: '/teams/:id/members/:userId', access: 'signed-in',
    summary: 'Remove a person, or leave; they leave all its channels', params: byMember, status: 204, errors: ['not_found', 'forbidden', 'last_owner'],
  },
  listTeamChannels: {
    method: 'GET', path: '/teams/:id/channels', access: 'signed-in',
    summary: 'The channel browser: public channels and my private ones, by name', params: byId,
    query: z.strictObject({ query: z.optional(searchQuery), archived: z._default(z.enum(['true', 'false']), 'false'), cursor: z.optional(cursor), limit: pageLimit }),
    response: z.strictObject({ channels: z.array(z.strictObject({ channel: channelSchema, joined: z.boolean() })), next: z.nullable(z.string()) }),
    status: 200, errors: ['not_found', 'invalid_cursor'],
  },
  listChannels: {
    method: 'GET', path: '/channels', access: 'signed-in', summary: 'Channels and conversations I am in, with unread counts', status: 200,
    response: z.strictObject({ channels: z.array(channelSummarySchema) }),
  },
  createChannel: {
    method: 'POST', path: '/channels', access: 'signed-in', summary: 'Create a channel in a team; I own it',
    body: z.strictObject({
      teamId: id, kind: z.enum(['public', 'private']), name: channelName, topic: z._default(topic, ''),
      memberIds: z._default(z.array(id).check(z.maxLength(LIMITS.idsPerLookup)), []), clientId,
    }),
    response: channelSummarySchema, status: 201, errors: ['not_found', 'forbidden', 'name_taken', 'client_id_reused'],
  },
  openConversation: {
    method: 'POST', path: '/conversations', access: 'signed-in',
    summary: 'The direct (one other person) or group conversation of exactly these people and me; created when new',
    body: z.strictObject({ userIds: z.array(id).check(z.minLength(1), z.maxLength(LIMITS.groupMembers - 1)) }),
    response: channelSummarySchema, status: 200, errors: ['not_found', 'forbidden', 'meeting_guest'],
  },
  getChannel: {
    method: 'GET', path: '/channels/:id', access: 'signed-in', summary: 'A channel I am in, or a public one of my teams',
    params: byId, response: channelSchema, status: 200, errors: ['not_found'],
  },
  updateChannel: {
    method: 'PATCH', path: '/channels/:id', access: 'signed-in', summary: 'Rename, describe, change who may write or mention all, make private', params: byId,
    body: z.strictObject({
      name: z.optional(channelName), topic: z.optional(topic), description: z.optional(description),
      posting: z.optional(z.enum(['everyone', 'moderators'])), mentionAll: z.optional(z.enum(['everyone', 'moderators'])),
      /** A public channel can become private, never the other way: what was said in confidence stays so. */
      kind: z.optional(z.literal('private')),
    }),
    response: channelSchema, status: 200,
    errors: ['not_found', 'forbidden', 'name_taken', 'channel_archived'],
  },
  archiveChannel: { method: 'POST', path: '/channels/:id/archive', access: 'signed-in', summary: 'Archive: readable, no new messages', params: byId, response: channelSchema, status: 200, errors: ['not_found', 'forbidden'] },
  unarchiveChannel: { method: 'POST', path: '/channels/:id/unarchive', access: 'signed-in', summary: 'Open an archived channel again', params: byId, response: channelSchema, status: 200, errors: ['not_found', 'forbidden', 'name_taken'] },
  joinChannel: { method: 'POST', path: '/channels/:id/join', access: 'signed-in', summary: 'Join a public channel of my team', params: byId, response: channelSummarySchema, status: 200, errors: ['not_found', 'forbidden', 'channel_archived'] },
  leaveChannel: { method: 'POST', path: '/channels/:id/leave', access: 'signed-in', summary: 'Leave a channel or group', params: byId, status: 204, errors: ['not_found', 'forbidden'] },
  listChannelMembers: {
    method: 'GET', path: '/channels/:id/members', access: 'signed-in', summary: 'Members of a channel', params: byId,
    /** `query`: part of a name. */
    query: z.strictObject({ query: z.optional(searchQuery), role: z.optional(channelRole), cursor: z.optional(cursor), limit: pageLimit }),
    response: channelMemberPage, status: 200, errors: ['not_found', 'invalid_cursor'],
  },
  addChannelMember: {
    method: 'POST', path: '/channels/:id/members', access: 'signed-in', summary: 'Add a member of the team, or a guest', params: byId,
    body: z.strictObject({ userId: id }), response: channelMemberSchema, status: 201, errors: ['not_found', 'forbidden', 'meeting_guest', 'already_member', 'channel_archived'],
  },
  updateChannelMember: {
    method: 'PATCH', path: '/channels/:id/members/:userId', access: 'signed-in', summary: 'Change a member\'s role', params: byMember,
    body: z.strictObject({ role: channelRole }), response: channelMemberSchema, status: 200, errors: ['not_found', 'forbidden', 'last_owner'],
  },
  removeChannelMember: {
    method: 'DELETE', path: '/channels/:id/members/:userId', access: 'signed-in', summary: 'Remove a member; their sockets leave at once',
    params: byMember, status: 204, errors: ['not_found', 'forbidden'],
  },
  moveReadCursor: {
    method: 'PUT', path: '/channels/:id/read-cursor', access: 'signed-in',
    summary: 'I have read up to this seq; never moves back, clears a mark as unread', params: byId,
    body: z.strictObject({ seq }), status: 204, errors: ['not_found'],
  },
  markUnread: {
    method: 'POST', path: '/channels/:id/mark-unread', access: 'signed-in', summary: 'Unread from this message on', params: byId,
    body: z.strictObject({ messageId: id }), status: 204, errors: ['not_found'],
  },
});
