import type { Recording } from '@parvis/contracts';
import type { RecordingManifest } from '@parvis/sfu-protocol';
import type { Query } from '../../platform/database/query.ts';
import type { Person } from './render-person.ts';

export interface RecordingRow {
  id: string;
  meetingId: string;
  state: Recording['state'];
  startedBy: string;
  startedAt: Date;
  endedAt: Date | null;
  messageId: string | null;
  sfuUrl: string;
  manifest: RecordingManifest | null;
}

const RECORDING = `SELECT r.id, r.meeting_id AS "meetingId", r.state, r.started_by AS "startedBy", r.started_at AS "startedAt", r.ended_at AS "endedAt",
  r.message_id AS "messageId", r.sfu_url AS "sfuUrl", r.manifest FROM meeting_recording r`;

export async function readRecording(query: Query, id: string): Promise<RecordingRow | null> {
  const [row] = await query.query<RecordingRow>(`${RECORDING} WHERE r.id = $1`, [id]);
  return row ?? null;
}

/** Of all who were in the meeting, by the ids that a media host knows them by. */
export async function readPeople(query: Query, meetingId: string): Promise<Map<string, Person>> {
  const rows = await query.query<Person & { participantId: string }>(
    'SELECT p.id AS "participantId", u.id, u.name FROM meeting_participant p JOIN app_user u ON u.id = p.user_id WHERE p.meeting_id = $1',
    [meetingId],
  );
  return new Map(rows.map(({ participantId, ...person }) => [participantId, person]));
}

/** The one that is being made of a meeting now. */
export async function readRunning(query: Query, meetingId: string): Promise<RecordingRow | null> {
  const [row] = await query.query<RecordingRow>(`${RECORDING} WHERE r.meeting_id = $1 AND r.state = 'recording'`, [meetingId]);
  return row ?? null;
}

export const insertRecording = (query: Query, row: Pick<RecordingRow, 'id' | 'meetingId' | 'startedBy' | 'startedAt'>, host: { url: string; instance: string }): Promise<unknown> =>
  query.query(
    `INSERT INTO meeting_recording (id, meeting_id, state, started_by, started_at, sfu_url, sfu_instance) VALUES ($1, $2, 'recording', $3, $4, $5, $6)`,
    [row.id, row.meetingId, row.startedBy, row.startedAt, host.url, host.instance],
  );

/** `failure`: why it is not, or not yet, what it should be. */
export const writeState = (query: Query, id: string, state: Recording['state'], { failure, endedAt }: { failure: string | null; endedAt: Date }): Promise<unknown> =>
  query.query('UPDATE meeting_recording SET state = $2, failure = $3, ended_at = coalesce(ended_at, $4) WHERE id = $1', [id, state, failure, endedAt]);

export const toRecording = ({ id, state, startedBy, startedAt, endedAt, messageId }: RecordingRow): Recording => ({
  id, state, startedBy, startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, messageId,
});
