import { type Case, insiders, on, signedIn, withGuest } from './case.ts';
import type { Stage } from './stage.ts';

const inChannel = async (stage: Stage) => ({ id: await stage.guestChannel() });
const byLead = async (stage: Stage) => stage.message(await stage.guestChannel(), stage.people.lead);
const byGuest = async (stage: Stage) => stage.message(await stage.guestChannel(), stage.people.guest);

/** What a guest may do where they are: write, read and leave. The other tables say what they may do elsewhere. */
export const guestCases: Case[] = [
  on('getChannel', 'a channel with a guest', withGuest(200, 200), async (stage) => ({ params: await inChannel(stage) })),
  on('listChannelMembers', 'a channel with a guest', withGuest(200, 200), async (stage) => ({ params: await inChannel(stage) })),
  on('updateChannel', 'the topic of a channel with a guest', withGuest(403, 200), async (stage) => ({ params: await inChannel(stage), body: { topic: 'New' } })),
  on('updateChannel', 'who writes in a channel with a guest', withGuest(403, 200), async (stage) => ({ params: await inChannel(stage), body: { posting: 'moderators' as const } })),
  on('archiveChannel', 'a channel with a guest', withGuest(403, 200), async (stage) => ({ params: await inChannel(stage) })),
  on('joinChannel', 'a channel with a guest', withGuest(200, 200), async (stage) => ({ params: await inChannel(stage) })),
  on('leaveChannel', 'a channel with a guest', withGuest(204, 204), async (stage) => ({ params: await inChannel(stage) })),
  on('addChannelMember', 'a channel with a guest', withGuest(403, 201), async (stage) => ({ params: await inChannel(stage), body: { userId: stage.people.member.user.id } })),
  on('addChannelMember', 'a guest, to a public channel', insiders(403, 201), async (stage) => ({
    params: { id: await stage.channel('public', [stage.people.member]) }, body: { userId: (await stage.server.createUser('Visitor', { role: 'guest' })).user.id },
  })),
  on('updateChannelMember', 'a guest, to moderate', withGuest(403, 403), async (stage) => ({
    params: { id: await stage.guestChannel(), userId: stage.people.guest.user.id }, body: { role: 'moderator' as const },
  })),
  on('removeChannelMember', 'the lead, from a channel with a guest', withGuest(403, 204), async (stage) => ({ params: { id: await stage.guestChannel(), userId: stage.people.lead.user.id } })),
  on('moveReadCursor', 'a channel with a guest', withGuest(204, 204), async (stage) => ({ params: await inChannel(stage), body: { seq: 1 } })),
  on('markUnread', 'a channel with a guest', withGuest(204, 204), async (stage) => {
    const { channelId, messageId } = await byLead(stage);
    return { params: { id: channelId }, body: { messageId } };
  }),
  on('listMessages', 'a channel with a guest', withGuest(200, 200), async (stage) => ({ params: { channelId: await stage.guestChannel() } })),
  on('getMessage', 'a channel with a guest', withGuest(200, 200), async (stage) => ({ params: await byLead(stage) })),
  on('sendMessage', 'a channel with a guest', withGuest(201, 201), async (stage) => ({
    params: { channelId: await stage.guestChannel() }, body: { clientId: crypto.randomUUID(), text: 'Hello' },
  })),
  on('editMessage', 'the guest’s message', withGuest(200, 403), async (stage) => ({ params: await byGuest(stage), body: { text: 'Changed' } })),
  on('deleteMessage', 'the guest’s message', withGuest(200, 200), async (stage) => ({ params: await byGuest(stage) })),
  on('deleteMessage', 'the lead’s message, in a channel with a guest', withGuest(403, 200), async (stage) => ({ params: await byLead(stage) })),
  on('listReceipts', 'a channel with a guest', withGuest(200, 200), async (stage) => ({ params: await inChannel(stage) })),
  on('getUser', 'somebody whom the guest meets', signedIn(200), async (stage) => {
    await stage.guestChannel();
    return { params: { id: stage.people.lead.user.id } };
  }),
  on('openConversation', 'somebody whom the guest meets', signedIn(200), async (stage) => {
    await stage.guestChannel();
    // Not with oneself.
    return { body: { userIds: [stage.people.lead.user.id, stage.people.guest.user.id] } };
  }),
];
