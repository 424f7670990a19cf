import type { LobbyPolicy, Meeting, MeetingKind, MessageMeeting, Recording } from '@parvis/contracts';

/** Of a recording that failed, so long is said in the meeting. */
const FAILED_SHOWN = "interval '2 minutes'";

/** Columns of `meeting m` under the names of `MeetingRow`. */
export const MEETING_COLUMNS = `m.id, m.channel_id AS "channelId", m.message_id AS "messageId", m.kind, m.title, m.own_conversation AS "ownConversation",
  m.created_by AS "createdBy", m.host_id AS "hostId", m.acting_host_id AS "actingHostId", m.started_at AS "startedAt", m.ended_at AS "endedAt",
  m.outcome, m.locked, m.lobby, m.allow_share AS "allowShare", m.allow_chat AS "allowChat", m.allow_unmute AS "allowUnmute",
  m.spotlight_id AS "spotlightId", m.empty_since AS "emptySince", m.sfu_url AS "sfuUrl", m.sfu_instance AS "sfuInstance", m.epoch,
  (SELECT jsonb_build_object('id', r.id, 'state', r.state, 'startedBy', r.started_by, 'startedAt', r.started_at, 'endedAt', r.ended_at, 'messageId', r.message_id)
   FROM meeting_recording r
   WHERE r.meeting_id = m.id AND (r.state = 'recording' OR (r.state = 'failed' AND r.ended_at > now() - ${FAILED_SHOWN}))
   ORDER BY r.started_at DESC LIMIT 1) AS recording`;

export interface MeetingRow {
  id: string;
  channelId: string;
  messageId: string | null;
  kind: MeetingKind;
  title: string;
  ownConversation: boolean;
  createdBy: string | null;
  hostId: string | null;
  actingHostId: string | null;
  startedAt: Date;
  endedAt: Date | null;
  outcome: MessageMeeting['outcome'];
  locked: boolean;
  lobby: LobbyPolicy;
  allowShare: 'everyone' | 'hosts';
  allowChat: 'everyone' | 'hosts';
  allowUnmute: 'everyone' | 'hosts';
  spotlightId: string | null;
  emptySince: Date | null;
  sfuUrl: string | null;
  sfuInstance: string | null;
  epoch: number;
  recording: Recording | null;
}

export const toMeeting = (row: MeetingRow): Meeting => ({
  id: row.id,
  channelId: row.channelId,
  kind: row.kind,
  title: row.title,
  ownConversation: row.ownConversation,
  createdBy: row.createdBy,
  startedAt: row.startedAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
  outcome: row.outcome,
  locked: row.locked,
  lobby: row.lobby,
  allow: { share: row.allowShare, chat: row.allowChat, unmute: row.allowUnmute },
  spotlightId: row.spotlightId,
  recording: row.recording && toRecording(row.recording),
  epoch: row.epoch,
});

/** PostgreSQL writes moments into JSON in a form of its own. */
const toRecording = (row: Recording): Recording => ({
  ...row,
  startedAt: new Date(row.startedAt).toISOString(),
  endedAt: row.endedAt === null ? null : new Date(row.endedAt).toISOString(),
});

/** Whether somebody is its host now. */
export const isHost = ({ hostId, actingHostId }: Pick<MeetingRow, 'hostId' | 'actingHostId'>, userId: string): boolean => (actingHostId ?? hostId) === userId;
