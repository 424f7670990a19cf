import { type Case, everybody, insiders, on, type Row, signedIn, withGuest } from './case.ts';
import type { RoleName, Stage } from './stage.ts';

/** Started by the lead, who is in it. */
async function meeting(stage: Stage, channelId: string): Promise<{ id: string; leadId: string }> {
  const { lead } = stage.people;
  const { id } = await lead.api.call('startMeeting', { params: { id: channelId }, body: {} });
  const { id: leadId } = await lead.api.call('joinMeeting', { params: { id }, body: { deviceId: crypto.randomUUID() } });
  return { id, leadId };
}
/** In a private channel of the lead's and the member's. */
const shared = async (stage: Stage) => meeting(stage, await stage.channel('private', [stage.people.member]));
const hidden = async (stage: Stage) => meeting(stage, await stage.channel('private', []));
const byGuest = async (stage: Stage) => meeting(stage, await stage.guestChannel());

async function joined(stage: Stage, who: 'member' | 'guest', id: string): Promise<{ id: string; participantId: string }> {
  const participant = await stage.people[who].api.call('joinMeeting', { params: { id }, body: { deviceId: crypto.randomUUID() } });
  return { id, participantId: participant.id };
}
/** With whoever acts in it where they can be; whoever cannot names the lead. */
async function own(stage: Stage, role: RoleName): Promise<{ id: string; participantId: string }> {
  const { id, leadId } = await shared(stage);
  return role === 'member' ? joined(stage, 'member', id) : { id, participantId: leadId };
}
const ofMember = async (stage: Stage) => joined(stage, 'member', (await shared(stage)).id);
const ofLead = async (stage: Stage) => {
  const { id, leadId } = await shared(stage);
  return { id, participantId: leadId };
};
async function waiting(stage: Stage) {
  const { id } = await shared(stage);
  await stage.people.lead.api.call('updateMeeting', { params: { id }, body: { lobby: 'everyone' } });
  return joined(stage, 'member', id);
}
async function called(stage: Stage) {
  const { channel } = await stage.people.lead.api.call('openConversation', { body: { userIds: [stage.people.member.user.id] } });
  const before = await stage.people.lead.api.call('startMeeting', { params: { id: channel.id }, body: {} });
  await stage.people.lead.api.call('endMeeting', { params: { id: before.id } });
  return stage.people.lead.api.call('startMeeting', { params: { id: channel.id }, body: { ring: true } });
}
async function link(stage: Stage): Promise<string> {
  const { url } = await stage.people.lead.api.call('createMeetingLink', { params: { id: (await shared(stage)).id }, body: {} });
  return new URL(url).hash.replace('#token=', '');
}
const id = ({ id: meetingId }: { id: string }) => ({ id: meetingId });
const device = () => ({ deviceId: crypto.randomUUID() });
/** The lead records nothing here: there is no media server. */
const noMedia: Row = [401, 404, 404, 403, 503, 404, 404];

/** Who may do what with a meeting: of a private channel with the lead, its host, and the member. */
export const meetingCases: Case[] = [
  on('getMeetingService', 'all of it', signedIn(200), () => ({})),
  on('listMeetings', 'mine', signedIn(200), () => ({ query: {} })),
  on('listMeetings', 'those of a private channel', insiders(200, 200), async (stage) => ({ query: { channelId: await stage.channel('private', [stage.people.member]) } })),
  on('createMeeting', 'of its own', [401, 403, 201, 201, 201, 201, 201], () => ({ body: { title: 'Planning' } })),
  on('startMeeting', 'a private channel', insiders(200, 200), async (stage) => ({ params: { id: await stage.channel('private', [stage.people.member]) }, body: {} })),
  on('startMeeting', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: { id: await stage.channel('private', []) }, body: {} })),
  on('startMeeting', 'a channel with a guest', withGuest(200, 200), async (stage) => ({ params: { id: await stage.guestChannel() }, body: {} })),
  on('startMeeting', 'a call in a channel', insiders(403, 403), async (stage) => ({ params: { id: await stage.channel('private', [stage.people.member]) }, body: { ring: true } })),
  on('getMeeting', 'a private channel', insiders(200, 200), async (stage) => ({ params: id(await shared(stage)) })),
  on('getMeeting', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: id(await hidden(stage)) })),
  on('getMeetingState', 'with who acts in it', insiders(200, 200), async (stage, role) => ({ params: id(await own(stage, role)) })),
  on('getMeetingState', 'without the member', insiders(409, 200), async (stage) => ({ params: id(await shared(stage)) })),
  on('updateMeeting', 'the lead’s', insiders(403, 200), async (stage) => ({ params: id(await shared(stage)), body: { locked: true } })),
  on('joinMeeting', 'a private channel', insiders(200, 200), async (stage) => ({ params: id(await shared(stage)), body: device() })),
  on('joinMeeting', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: id(await hidden(stage)), body: device() })),
  on('joinMeeting', 'a channel with a guest', withGuest(200, 200), async (stage) => ({ params: id(await byGuest(stage)), body: device() })),
  on('leaveMeeting', 'with one’s own device', insiders(204, 204), async (stage, role) => {
    const { participantId, ...params } = await own(stage, role);
    return { params, body: { participantId } };
  }),
  on('leaveMeeting', 'with the lead’s device', insiders(404, 204), async (stage) => {
    const { participantId, ...params } = await ofLead(stage);
    return { params, body: { participantId } };
  }),
  on('endMeeting', 'the lead’s', insiders(403, 204), async (stage) => ({ params: id(await shared(stage)) })),
  on('ringPeople', 'with who acts in it', insiders(204, 204), async (stage, role) => ({ params: id(await own(stage, role)), body: { userIds: [stage.spare.user.id] } })),
  on('ringPeople', 'with a guest in it', withGuest(403, 204), async (stage) => ({ params: id(await joined(stage, 'guest', (await byGuest(stage)).id)), body: { userIds: [stage.spare.user.id] } })),
  on('declineCall', 'the lead’s call to the member', insiders(204, 404), async (stage) => ({ params: id(await called(stage)) })),
  on('admitParticipant', 'the member, who waits', insiders(403, 200), async (stage) => ({ params: await waiting(stage) })),
  on('admitAll', 'the member, who waits', insiders(403, 204), async (stage) => ({ params: id(await waiting(stage)) })),
  on('updateParticipant', 'one’s own hand', insiders(200, 200), async (stage, role) => ({ params: await own(stage, role), body: { handRaised: true } })),
  on('updateParticipant', 'the lead’s hand', insiders(403, 200), async (stage) => ({ params: await ofLead(stage), body: { handRaised: true } })),
  on('updateParticipant', 'the member, to help', insiders(403, 200), async (stage) => ({ params: await ofMember(stage), body: { role: 'cohost' as const } })),
  on('muteParticipant', 'the member', insiders(403, 204), async (stage) => ({ params: await ofMember(stage), body: {} })),
  on('muteAll', 'the lead’s', insiders(403, 204), async (stage) => ({ params: id(await shared(stage)) })),
  on('removeParticipant', 'the member', insiders(403, 204), async (stage) => ({ params: await ofMember(stage) })),
  on('removeParticipant', 'the lead, who hosts', insiders(403, 403), async (stage) => ({ params: await ofLead(stage) })),
  on('createMeetingLink', 'the lead’s', insiders(403, 201), async (stage) => ({ params: id(await shared(stage)), body: {} })),
  on('revokeMeetingLinks', 'the lead’s', insiders(403, 204), async (stage) => ({ params: id(await shared(stage)) })),
  on('lookUpMeetingLink', 'a link', everybody(200), async (stage) => ({ body: { token: await link(stage) } })),
  on('joinByMeetingLink', 'a link, whoever has it', everybody(200), async (stage) => ({ body: { token: await link(stage), name: 'Visitor', ...device() } })),
  on('joinByMeetingLink', 'a revoked link', everybody(410), async (stage) => {
    const { id: meetingId } = await shared(stage);
    const { url } = await stage.people.lead.api.call('createMeetingLink', { params: { id: meetingId }, body: {} });
    await stage.people.lead.api.call('revokeMeetingLinks', { params: { id: meetingId } });
    return { body: { token: new URL(url).hash.replace('#token=', ''), name: 'Visitor', ...device() } };
  }),
  on('startRecording', 'the lead’s', noMedia, async (stage) => ({ params: id(await shared(stage)) })),
  on('stopRecording', 'the lead’s', insiders(403, 204), async (stage) => ({ params: id(await shared(stage)) })),
  on('getMeetingReport', 'a private channel', insiders(200, 200), async (stage) => ({ params: id(await shared(stage)) })),
  on('getMeetingReport', 'a private channel without the member', insiders(404, 200), async (stage) => ({ params: id(await hidden(stage)) })),
];
