import * as z from 'zod/mini';
import { cursor, id, instant, language, meetingTitle, pageLimit, personName, secretToken, seq } from '../fields.ts';
import { LIMITS } from '../limits.ts';
import { lobbyPolicy, mediaSource, meetingPermissionsSchema, meetingReportSchema, meetingRole, meetingSchema, participantSchema, recordingSchema } from '../shapes.ts';
import { defineRoutes } from './route.ts';

const byId = z.strictObject({ id });
const byParticipant = z.strictObject({ id, participantId: id });
/** The caller's id for a creation: repeating it returns the first result. */
const clientId = z.optional(id);
/** Of the tab: joining again from it is the same participant. */
const deviceId = id;

export const meetingRoutes = defineRoutes({
  getMeetingService: {
    method: 'GET', path: '/meetings/service', access: 'signed-in', summary: 'Whether meetings can be held and recorded now', status: 200,
    details: '`preparing`: the media server is being built or started; it comes by itself. `recording`: or why nothing can be recorded, GStreamer missing on a media server, or ffmpeg where videos are made.',
    response: z.strictObject({
      state: z.enum(['ready', 'preparing', 'unavailable']), detail: z.nullable(z.string()),
      recording: z.enum(['ready', 'no_media_server', 'no_recorder', 'no_composer']),
    }),
  },
  listMeetings: {
    method: 'GET', path: '/meetings', access: 'signed-in', summary: 'Meetings of my conversations, newest first',
    query: z.strictObject({ state: z.optional(z.enum(['running', 'ended'])), channelId: z.optional(id), cursor: z.optional(cursor), limit: pageLimit }),
    response: z.strictObject({ meetings: z.array(meetingSchema), next: z.nullable(z.string()) }), status: 200, errors: ['invalid_cursor', 'not_found'],
  },
  createMeeting: {
    method: 'POST', path: '/meetings', access: 'signed-in', summary: 'Start a meeting of its own, with a conversation of its own; I am its host',
    body: z.strictObject({ title: meetingTitle, clientId }), response: meetingSchema, status: 201, errors: ['forbidden', 'client_id_reused'],
  },
  startMeeting: {
    method: 'POST', path: '/channels/:id/meetings', access: 'signed-in', params: byId,
    summary: 'Meet now in a channel, or call a conversation; the one that already runs there, when one does',
    details: '`ring`: call the people of a direct or group conversation.',
    body: z.strictObject({ title: z.optional(meetingTitle), ring: z._default(z.boolean(), false) }),
    response: meetingSchema, status: 200, errors: ['not_found', 'forbidden', 'channel_archived', 'posting_restricted'],
  },
  getMeeting: { method: 'GET', path: '/meetings/:id', access: 'signed-in', summary: 'A meeting of my conversations, or that I was in', params: byId, response: meetingSchema, status: 200, errors: ['not_found'] },
  getMeetingState: {
    method: 'GET', path: '/meetings/:id/state', access: 'signed-in', summary: 'All of it at one moment, for who is in it', params: byId,
    details: '`head`: of the stream `meeting:<id>`, whose events say what changes after it.',
    response: z.strictObject({ head: seq, meeting: meetingSchema, participants: z.array(participantSchema) }), status: 200, errors: ['not_found', 'not_in_meeting'],
  },
  updateMeeting: {
    method: 'PATCH', path: '/meetings/:id', access: 'signed-in', summary: 'Run it: title, lock, lobby, permissions, spotlight', params: byId,
    body: z.strictObject({
      title: z.optional(meetingTitle), locked: z.optional(z.boolean()), lobby: z.optional(lobbyPolicy),
      allow: z.optional(z.partial(meetingPermissionsSchema)), spotlightId: z.optional(z.nullable(id)),
    }),
    response: meetingSchema, status: 200, errors: ['not_found', 'forbidden', 'meeting_ended'],
  },
  joinMeeting: {
    method: 'POST', path: '/meetings/:id/join', access: 'signed-in', summary: 'Come in, or wait in the lobby; again from the same device: the same participant', params: byId,
    details: '`deviceId`: any UUID, the same for as long as the device is the same. `state`: `joined`, or `waiting` until somebody lets them in. Sound and picture are then negotiated on the socket, from `meeting_attach` on; who is attached to nothing for 45 seconds has left.',
    body: z.strictObject({ deviceId }), response: participantSchema, status: 200,
    errors: ['not_found', 'meeting_ended', 'meeting_full', 'meeting_locked', 'forbidden'],
  },
  leaveMeeting: {
    method: 'POST', path: '/meetings/:id/leave', access: 'signed-in', summary: 'Leave it, or the lobby, with one device', params: byId,
    body: z.strictObject({ participantId: id }), status: 204, errors: ['not_found'],
  },
  endMeeting: { method: 'POST', path: '/meetings/:id/end', access: 'signed-in', summary: 'End it for all; again changes nothing', params: byId, status: 204, errors: ['not_found', 'forbidden'] },
  ringPeople: {
    method: 'POST', path: '/meetings/:id/ring', access: 'signed-in', summary: 'Call more people into it', params: byId,
    body: z.strictObject({ userIds: z.array(id).check(z.minLength(1), z.maxLength(LIMITS.groupMembers)) }), status: 204,
    errors: ['not_found', 'forbidden', 'meeting_ended', 'not_in_meeting'],
  },
  declineCall: { method: 'POST', path: '/meetings/:id/decline', access: 'signed-in', summary: 'Decline a call; no device of mine rings on', params: byId, status: 204, errors: ['not_found'] },
  admitParticipant: { method: 'POST', path: '/meetings/:id/participants/:participantId/admit', access: 'signed-in', summary: 'Let somebody in from the lobby', params: byParticipant, response: participantSchema, status: 200, errors: ['not_found', 'forbidden', 'meeting_ended', 'meeting_full'] },
  admitAll: { method: 'POST', path: '/meetings/:id/admit-all', access: 'signed-in', summary: 'Let everybody in from the lobby, as far as there is room', params: byId, status: 204, errors: ['not_found', 'forbidden', 'meeting_ended', 'meeting_full'] },
  updateParticipant: {
    method: 'PATCH', path: '/meetings/:id/participants/:participantId', access: 'signed-in', summary: 'Raise or lower a hand; make somebody co-host', params: byParticipant,
    body: z.strictObject({ handRaised: z.optional(z.boolean()), role: z.optional(meetingRole) }), response: participantSchema, status: 200,
    errors: ['not_found', 'forbidden', 'meeting_ended'],
  },
  muteParticipant: {
    method: 'POST', path: '/meetings/:id/participants/:participantId/mute', access: 'signed-in', summary: 'Stop what somebody sends', params: byParticipant,
    body: z.strictObject({ sources: z._default(z.array(mediaSource), ['microphone']) }), status: 204, errors: ['not_found', 'forbidden', 'meeting_ended', 'meetings_unavailable'],
  },
  muteAll: { method: 'POST', path: '/meetings/:id/mute-all', access: 'signed-in', summary: 'Mute everybody but hosts', params: byId, status: 204, errors: ['not_found', 'forbidden', 'meeting_ended', 'meetings_unavailable'] },
  removeParticipant: { method: 'DELETE', path: '/meetings/:id/participants/:participantId', access: 'signed-in', summary: 'Remove somebody, or refuse them in the lobby; that person does not come back', params: byParticipant, status: 204, errors: ['not_found', 'forbidden', 'meeting_ended'] },
  createMeetingLink: {
    method: 'POST', path: '/meetings/:id/links', access: 'signed-in', summary: 'A link that people without an account can join by', params: byId,
    body: z.strictObject({ expiresAt: z.optional(instant) }),
    /** Shown once: the server keeps a hash. */
    response: z.strictObject({ url: z.string(), expiresAt: instant }), status: 201, errors: ['not_found', 'forbidden', 'meeting_ended', 'scheduled_in_past'],
  },
  revokeMeetingLinks: { method: 'DELETE', path: '/meetings/:id/links', access: 'signed-in', summary: 'No link to it works any more', params: byId, status: 204, errors: ['not_found', 'forbidden'] },
  lookUpMeetingLink: {
    method: 'POST', path: '/meeting-links/lookup', access: 'public', summary: 'What a link leads to', body: z.strictObject({ token: secretToken }),
    response: z.strictObject({ meetingId: id, title: z.string(), organisation: z.string(), startedAt: instant, locked: z.boolean() }), status: 200,
    errors: ['meeting_link_invalid', 'meeting_ended'],
  },
  joinByMeetingLink: {
    method: 'POST', path: '/meeting-links/join', access: 'public', status: 200,
    summary: 'Join by a link: as myself when signed in, else as a guest of that name, who is signed in by this',
    details: 'A guest’s session is the cookie that is set with the answer; it opens this meeting and its conversation.',
    body: z.strictObject({ token: secretToken, name: z.optional(personName), language: z.optional(language), deviceId }),
    response: z.strictObject({ meetingId: id, participant: participantSchema }),
    errors: ['meeting_link_invalid', 'meeting_ended', 'meeting_full', 'meeting_locked', 'forbidden'],
  },
  startRecording: { method: 'POST', path: '/meetings/:id/recordings', access: 'signed-in', summary: 'Record it; the one that runs, when one does', params: byId, response: recordingSchema, status: 200, errors: ['not_found', 'forbidden', 'meeting_ended', 'recording_unavailable', 'meetings_unavailable'] },
  stopRecording: { method: 'POST', path: '/meetings/:id/recordings/stop', access: 'signed-in', summary: 'Stop recording; the file comes as a message', params: byId, status: 204, errors: ['not_found', 'forbidden'] },
  getMeetingReport: { method: 'GET', path: '/meetings/:id/report', access: 'signed-in', summary: 'How long, who, how good, what was recorded', params: byId, response: meetingReportSchema, status: 200, errors: ['not_found'] },
});
