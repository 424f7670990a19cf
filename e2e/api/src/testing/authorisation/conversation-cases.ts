import { type Case, insiders, on, signedIn, teamAnd } from './case.ts';

const unique = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;

export const conversationCases: Case[] = [
  on('listTeams', 'mine', signedIn(200), () => ({})),
  on('createTeam', 'the organisation', [401, 403, 201, 201, 201, 201, 201], () => ({ body: { name: unique('Team') } })),
  on('getTeam', 'a team', teamAnd(200, 200, 200), ({ teamId }) => ({ params: { id: teamId } })),
  on('updateTeam', 'a team', teamAnd(403, 200, 200), ({ teamId }) => ({ params: { id: teamId }, body: { description: unique('About') } })),
  on('listTeamMembers', 'a team', teamAnd(200, 200, 200), ({ teamId }) => ({ params: { id: teamId } })),
  on('addTeamMember', 'a team', teamAnd(403, 201, 201), async (stage) => {
    await stage.spareIn(false);
    return { params: { id: stage.teamId }, body: { userId: stage.spare.user.id } };
  }),
  on('updateTeamMember', 'somebody else in a team', teamAnd(403, 200, 200), async (stage) => {
    await stage.spareIn(true);
    return { params: { id: stage.teamId, userId: stage.spare.user.id }, body: { role: 'member' as const } };
  }),
  on('updateTeamMember', 'myself, to own the team', [401, 404, 404, 403, 200, 404, 404], ({ teamId, people }, role) => ({
    params: { id: teamId, userId: people[role === 'anonymous' ? 'member' : role].user.id }, body: { role: 'owner' as const },
  })),
  on('removeTeamMember', 'somebody else in a team', teamAnd(403, 204, 204), async (stage) => {
    await stage.spareIn(true);
    return { params: { id: stage.teamId, userId: stage.spare.user.id } };
  }),
  on('listTeamChannels', 'a team', insiders(200, 200), ({ teamId }) => ({ params: { id: teamId } })),

  on('listChannels', 'mine', signedIn(200), () => ({})),
  on('createChannel', 'a team', teamAnd(201, 201, 403), ({ teamId }) => ({ body: { teamId, kind: 'public' as const, name: unique('c') } })),
  on('openConversation', 'somebody whom I share no channel with', [401, 404, 200, 200, 200, 200, 200], async ({ server }) => {
    const { user } = await server.createUser('Stranger');
    return { body: { userIds: [user.id] } };
  }),
  on('getChannel', 'a public channel', insiders(200, 200), async (stage) => ({ params: { id: await stage.channel() } })),
  on('getChannel', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: { id: await stage.channel('private', []) } })),
  on('getChannel', 'a conversation of two', insiders(200, 200), async (stage) => ({ params: { id: await stage.direct() } })),
  on('updateChannel', 'the topic of a public channel', insiders(200, 200), async (stage) => ({ params: { id: await stage.channel() }, body: { topic: 'New' } })),
  on('updateChannel', 'the name of a public channel', insiders(403, 200), async (stage) => ({ params: { id: await stage.channel() }, body: { name: unique('c') } })),
  on('updateChannel', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: { id: await stage.channel('private', []) }, body: { topic: 'New' } })),
  on('archiveChannel', 'a public channel', insiders(403, 200), async (stage) => ({ params: { id: await stage.channel() } })),
  on('archiveChannel', 'a conversation of two', insiders(403, 403), async (stage) => ({ params: { id: await stage.direct() } })),
  on('unarchiveChannel', 'an archived channel', insiders(403, 200), async (stage) => ({ params: { id: await stage.archivedChannel() } })),
  on('joinChannel', 'a public channel', insiders(200, 200), async (stage) => ({ params: { id: await stage.channel('public', []) } })),
  on('joinChannel', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: { id: await stage.channel('private', []) } })),
  on('joinChannel', 'a conversation of others', [401, 404, 404, 200, 200, 404, 404], async (stage) => ({ params: { id: await stage.direct() } })),
  on('leaveChannel', 'a public channel', insiders(204, 204), async (stage) => ({ params: { id: await stage.channel() } })),
  on('leaveChannel', 'a conversation of two', insiders(403, 403), async (stage) => ({ params: { id: await stage.direct() } })),
  on('listChannelMembers', 'a public channel', insiders(200, 200), async (stage) => ({ params: { id: await stage.channel() } })),
  on('listChannelMembers', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: { id: await stage.channel('private', []) } })),
  on('addChannelMember', 'a public channel', insiders(201, 201), async (stage) => {
    return { params: { id: await stage.channel('public', [stage.people.member]) }, body: { userId: stage.spare.user.id } };
  }),
  on('addChannelMember', 'a private channel, to add myself', insiders(404, 409), async (stage, role) => ({
    params: { id: await stage.channel('private', []) }, body: { userId: stage.people[role === 'anonymous' ? 'member' : role].user.id },
  })),
  on('updateChannelMember', 'somebody else in a channel', insiders(403, 200), async (stage) => {
    return { params: { id: await stage.channel(), userId: stage.spare.user.id }, body: { role: 'owner' as const } };
  }),
  on('removeChannelMember', 'somebody else in a channel', insiders(403, 204), async (stage) => {
    return { params: { id: await stage.channel(), userId: stage.spare.user.id } };
  }),
  on('updateChannel', 'who writes in a public channel', insiders(403, 200), async (stage) => ({ params: { id: await stage.channel() }, body: { posting: 'moderators' as const } })),
  on('updateChannel', 'a public channel, to make it private', insiders(403, 200), async (stage) => ({ params: { id: await stage.channel() }, body: { kind: 'private' as const } })),
  on('addTeamMember', 'a guest', teamAnd(403, 403, 403), async ({ server, teamId }) => ({ params: { id: teamId }, body: { userId: (await server.createUser('Visitor', { role: 'guest' })).user.id } })),
  on('listReceipts', 'a conversation of two', insiders(200, 200), async (stage) => ({ params: { id: await stage.direct() } })),
  on('listReceipts', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: { id: await stage.channel('private', []) } })),
  on('moveReadCursor', 'a public channel', insiders(204, 204), async (stage) => ({ params: { id: await stage.channel() }, body: { seq: 1 } })),
  on('moveReadCursor', 'a private channel without the member', insiders(404, 204), async (stage) => ({ params: { id: await stage.channel('private', []) }, body: { seq: 1 } })),
  on('markUnread', 'a public channel', insiders(204, 204), async (stage) => {
    const { channelId, messageId } = await stage.message(await stage.channel(), stage.people.lead);
    return { params: { id: channelId }, body: { messageId } };
  }),
];
