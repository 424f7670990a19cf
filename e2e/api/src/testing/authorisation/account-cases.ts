import { PASSWORD, uniqueEmail } from '@parvis/testing';
import { admins, type Case, everybody, members, on, signedIn } from './case.ts';

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const picture = () => new Blob([PICTURE], { type: 'image/png' });
const madeUp = 'a'.repeat(43);
const account = { name: 'New', password: PASSWORD, language: 'en' as const };

export const accountCases: Case[] = [
  on('getSetup', 'this instance', everybody(200), () => ({})),
  on('completeSetup', 'an instance that is set up', everybody(409), () => ({
    body: { token: madeUp, organisation: { name: 'X', language: 'en' as const }, admin: { name: 'X', email: uniqueEmail(), password: PASSWORD }, team: { name: 'X' } },
  })),
  on('createSession', 'an account', everybody(201), ({ spare }) => ({ body: { email: spare.user.email, password: PASSWORD, transport: 'token' as const } })),
  on('listSessions', 'mine', signedIn(200), () => ({})),
  {
    operation: 'deleteSession',
    on: 'one of mine',
    expected: signedIn(204),
    arrange: async (stage, role) => {
      const { api } = (await stage.anotherSession(role)) ?? stage.spare;
      const { sessions } = await api.call('listSessions');
      return { input: { params: { id: sessions.find((session) => session.current)!.id } } };
    },
  },
  on('deleteSession', 'somebody else’s', signedIn(404), async ({ spare }) => {
    const { sessions } = await spare.api.call('listSessions');
    return { params: { id: sessions.find((session) => session.current)!.id } };
  }),
  {
    operation: 'signOut',
    on: 'this session',
    expected: signedIn(204),
    arrange: async (stage, role) => ({ input: {}, token: (await stage.anotherSession(role))?.token ?? null }),
  },
  on('requestPasswordReset', 'any address', everybody(202), () => ({ body: { email: uniqueEmail() } })),
  on('completePasswordReset', 'a made-up link', everybody(410), () => ({ body: { token: madeUp, password: PASSWORD } })),
  on('createPasswordResetLink', 'a member', admins(201), ({ spare }) => ({ params: { id: spare.user.id } })),
  on('createPasswordResetLink', 'an owner', [401, 403, 403, 403, 403, 403, 403], ({ people }) => ({ params: { id: people.owner.user.id } })),
  on('getMe', 'me', signedIn(200), () => ({})),
  on('updateMe', 'me', signedIn(200), () => ({ body: { title: 'Someone' } })),
  on('updatePreferences', 'mine', signedIn(200), () => ({ body: { notificationSound: false } })),
  on('changePassword', 'me', signedIn(204), () => ({ body: { currentPassword: PASSWORD, password: PASSWORD } })),
  on('setAvatar', 'me', signedIn(200), () => ({ body: picture() })),
  on('getAvatar', 'of somebody whom a guest does not meet', members(200), async ({ spare }) => {
    await spare.api.call('setAvatar', { body: picture() });
    return { params: { id: spare.user.id } };
  }),
  on('deleteAvatar', 'mine', signedIn(200), () => ({})),
  on('listUsers', 'the organisation', signedIn(200), () => ({})),
  on('getUser', 'somebody whom a guest does not meet', members(200), ({ spare }) => ({ params: { id: spare.user.id } })),
  on('updateUser', 'a member', admins(200), ({ spare }) => ({ params: { id: spare.user.id }, body: { role: 'member' as const } })),
  on('updateUser', 'a member, to make them an owner', [401, 403, 403, 403, 403, 403, 200], async ({ server }) => {
    const { user } = await server.createUser('Heir');
    return { params: { id: user.id }, body: { role: 'owner' as const } };
  }),
  on('updateUser', 'an owner', [401, 403, 403, 403, 403, 403, 403], ({ people }) => ({ params: { id: people.owner.user.id }, body: { active: false } })),
  on('listInvitations', 'the organisation', admins(200), () => ({})),
  on('createInvitation', 'a member to be', admins(201), () => ({ body: {} })),
  on('createInvitation', 'an admin to be', admins(201), () => ({ body: { role: 'admin' as const } })),
  on('createInvitation', 'a guest to be, in a channel that organisation admins are not in', [401, 403, 403, 403, 403, 404, 404], async (stage) => ({
    body: { role: 'guest' as const, channelIds: [await stage.channel('private', [])] },
  })),
  on('deleteInvitation', 'an open one', admins(204), async (stage) => ({ params: { id: (await stage.invitation()).id } })),
  on('lookUpInvitation', 'an open one', everybody(200), async (stage) => ({ body: { token: (await stage.invitation()).token } })),
  on('acceptInvitation', 'an open one', everybody(201), async (stage) => ({ body: { ...account, token: (await stage.invitation()).token, email: uniqueEmail(), transport: 'token' as const } })),
  on('getOrganisation', 'ours', signedIn(200), () => ({})),
  on('updateOrganisation', 'ours', admins(200), () => ({ body: { name: 'Test' } })),
];
