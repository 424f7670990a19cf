import * as z from 'zod/mini';
import {
  cursor, email, id, language, newPassword, organisationName, pageLimit, password, personName, searchQuery, secretToken,
  teamName, timeZone, title,
} from '../fields.ts';
import { LIMITS } from '../limits.ts';
import { invitationSchema, organisationSchema, sessionSchema, userRole, userSchema } from '../shapes.ts';
import { defineRoutes } from './route.ts';

/** `cookie` (browsers) sets the session cookie; `token` (SDK) returns it once in the answer. */
const transport = z._default(z.enum(['cookie', 'token']), 'cookie');
const signedIn = z.strictObject({ user: userSchema, token: z.optional(z.string()) });
const byId = z.strictObject({ id });

export const accountRoutes = defineRoutes({
  getSetup: {
    method: 'GET', path: '/setup', access: 'public', summary: 'Whether this instance still waits for its first administrator',
    response: z.strictObject({ required: z.boolean() }), status: 200,
  },
  completeSetup: {
    method: 'POST', path: '/setup', access: 'public', summary: 'Create the organisation, its owner and its first team',
    body: z.strictObject({
      token: secretToken,
      organisation: z.strictObject({ name: organisationName, language }),
      admin: z.strictObject({ name: personName, email, password: newPassword, timeZone: z.optional(timeZone) }),
      team: z.strictObject({ name: teamName }),
    }),
    response: signedIn, status: 201, errors: ['setup_token_invalid', 'setup_already_done', 'password_too_weak'],
  },
  createSession: {
    method: 'POST', path: '/sessions', access: 'public', summary: 'Sign in',
    details: '`transport`: `cookie` (browsers) sets the session cookie; `token` answers a token, once, for `Authorization: Bearer`. It ends after 30 days without use, and after 365.',
    body: z.strictObject({ email, password, transport }),
    response: signedIn, status: 201, errors: ['credentials_invalid', 'account_deactivated', 'too_many_requests'],
  },
  listSessions: {
    method: 'GET', path: '/sessions', access: 'signed-in', summary: 'My sessions, newest first',
    response: z.strictObject({ sessions: z.array(sessionSchema) }), status: 200,
  },
  deleteSession: {
    method: 'DELETE', path: '/sessions/:id', access: 'signed-in', summary: 'Revoke one of my sessions; its sockets close',
    params: byId, status: 204, errors: ['not_found'],
  },
  signOut: { method: 'DELETE', path: '/sessions/current', access: 'signed-in', summary: 'Sign out of this session', status: 204 },
  requestPasswordReset: {
    method: 'POST', path: '/password-resets', access: 'public',
    summary: 'Ask for a password reset link by e-mail; the answer is the same for an unknown address',
    body: z.strictObject({ email }), response: z.strictObject({ mailEnabled: z.boolean() }), status: 202,
  },
  completePasswordReset: {
    method: 'POST', path: '/password-resets/complete', access: 'public', summary: 'Set a new password; ends all sessions',
    body: z.strictObject({ token: secretToken, password: newPassword }), status: 204, errors: ['reset_token_invalid', 'password_too_weak'],
  },
  createPasswordResetLink: {
    method: 'POST', path: '/users/:id/password-reset-link', access: 'admin', summary: 'A reset link to hand over, for instances without mail',
    params: byId, response: z.strictObject({ url: z.string() }), status: 201, errors: ['not_found', 'forbidden'],
  },
  getMe: { method: 'GET', path: '/me', access: 'signed-in', summary: 'Who I am', response: userSchema, status: 200 },
  updateMe: {
    method: 'PATCH', path: '/me', access: 'signed-in', summary: 'Change my profile',
    body: z.strictObject({
      name: z.optional(personName), title: z.optional(title), timeZone: z.optional(timeZone), language: z.optional(language),
    }),
    response: userSchema, status: 200,
  },
  changePassword: {
    method: 'PUT', path: '/me/password', access: 'signed-in', summary: 'Change my password; ends my other sessions',
    body: z.strictObject({ currentPassword: password, password: newPassword }), status: 204, errors: ['credentials_invalid', 'password_too_weak'],
  },
  setAvatar: {
    method: 'PUT', path: '/me/avatar', access: 'signed-in', summary: 'Set my picture (PNG, JPEG, WebP or GIF; stored as 256 px WebP)',
    upload: { mediaTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/gif'], maxBytes: LIMITS.avatarBytes },
    response: userSchema, status: 200, errors: ['unsupported_media', 'image_invalid', 'payload_too_large'],
  },
  deleteAvatar: { method: 'DELETE', path: '/me/avatar', access: 'signed-in', summary: 'Remove my picture', response: userSchema, status: 200 },
  getAvatar: {
    method: 'GET', path: '/users/:id/avatar', access: 'signed-in', summary: 'A picture, 256 x 256 WebP; immutable per version',
    params: byId, query: z.strictObject({ v: z.optional(z.string()) }), download: 'image/webp', status: 200, errors: ['not_found'],
  },
  listUsers: {
    method: 'GET', path: '/users', access: 'signed-in', summary: 'People of the organisation, by name; or those of the ids given',
    query: z.strictObject({
      query: z.optional(searchQuery),
      /** Comma-separated ids, at most 200; unknown ones are left out. */
      ids: z.optional(z.string().check(z.maxLength(LIMITS.idsPerLookup * 37))),
      /** Also those whose account is deactivated. */
      deactivated: z.optional(z.enum(['true', 'false'])),
      cursor: z.optional(cursor), limit: pageLimit,
    }),
    response: z.strictObject({ users: z.array(userSchema), next: z.nullable(z.string()) }), status: 200, errors: ['invalid_cursor'],
  },
  getUser: { method: 'GET', path: '/users/:id', access: 'signed-in', summary: 'A person', params: byId, response: userSchema, status: 200, errors: ['not_found'] },
  updateUser: {
    method: 'PATCH', path: '/users/:id', access: 'admin', summary: 'Change a role, deactivate or reactivate; deactivating ends all sessions',
    params: byId, body: z.strictObject({ role: z.optional(userRole), active: z.optional(z.boolean()) }),
    response: userSchema, status: 200, errors: ['not_found', 'forbidden', 'last_owner', 'conflict'],
  },
  listInvitations: {
    method: 'GET', path: '/invitations', access: 'admin', summary: 'Open invitations',
    response: z.strictObject({ invitations: z.array(invitationSchema) }), status: 200,
  },
  createInvitation: {
    method: 'POST', path: '/invitations', access: 'admin',
    summary: 'Invite: with an e-mail, bound to it and single use; without, a link that several may use',
    body: z.strictObject({
      email: z.optional(email), role: z._default(z.enum(['admin', 'member', 'guest']), 'member'),
      teamIds: z._default(z.array(id).check(z.maxLength(50)), []),
      /** Guests are invited to channels, at least one; the others to teams. */
      channelIds: z._default(z.array(id).check(z.maxLength(50)), []),
      expiresInDays: z._default(z.int().check(z.minimum(1), z.maximum(90)), 14),
    }),
    /** `url` is shown only now: the server keeps a hash. `mailSent` is false without mail or when it failed. */
    response: z.strictObject({ invitation: invitationSchema, url: z.string(), mailSent: z.boolean() }),
    status: 201, errors: ['forbidden', 'email_taken', 'not_found'],
  },
  deleteInvitation: { method: 'DELETE', path: '/invitations/:id', access: 'admin', summary: 'Withdraw an invitation', params: byId, status: 204, errors: ['not_found'] },
  lookUpInvitation: {
    method: 'POST', path: '/invitations/lookup', access: 'public', summary: 'What an invitation link is for',
    body: z.strictObject({ token: secretToken }),
    response: z.strictObject({ organisationName: z.string(), email: z.nullable(z.string()), language }), status: 200, errors: ['invitation_invalid'],
  },
  acceptInvitation: {
    method: 'POST', path: '/invitations/accept', access: 'public', summary: 'Create my account from an invitation and sign in',
    body: z.strictObject({ token: secretToken, name: personName, email, password: newPassword, language, timeZone: z.optional(timeZone), transport }),
    response: signedIn, status: 201, errors: ['invitation_invalid', 'invitation_email_mismatch', 'email_taken', 'password_too_weak'],
  },
  getOrganisation: { method: 'GET', path: '/organisation', access: 'signed-in', summary: 'The organisation', response: organisationSchema, status: 200 },
  updateOrganisation: {
    method: 'PATCH', path: '/organisation', access: 'admin', summary: 'Rename the organisation or change its settings',
    body: z.strictObject({
      name: z.optional(organisationName), language: z.optional(language), linkPreviews: z.optional(z.boolean()), readReceipts: z.optional(z.boolean()),
      customEmojiBy: z.optional(z.enum(['everyone', 'admins'])), editHistory: z.optional(z.enum(['everyone', 'moderators', 'nobody'])),
    }),
    response: organisationSchema, status: 200,
  },
});
