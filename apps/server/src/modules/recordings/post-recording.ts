import { Injectable } from '@nestjs/common';
import type { UserRole } from '@parvis/contracts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { PutBlob } from '../../platform/storage/blob-store.ts';
import { Blobs } from '../../platform/storage/blobs.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { insertVideo } from '../files/index.ts';
import { lockMeeting, type MeetingRow, tellMeeting } from '../meetings/index.ts';
import { PostMessage } from '../messages/index.ts';
import { HEIGHT, WIDTH } from './filter-graph.ts';
import { readRecording, type RecordingRow } from './recording.repository.ts';

/** Posts the video of a recording into the meeting's conversation. */
@Injectable()
export class PostRecording {
  constructor(
    private readonly streams: Streams,
    private readonly blobs: Blobs,
    private readonly messages: PostMessage,
  ) {}

  /**
   * File, message and the recording's state are one transaction: there is one message, however often
   * the video is made.
   * @throws ApiError when none of those who could post it may write there any more
   */
  run({ id, meetingId }: RecordingRow, file: string): Promise<void> {
    return this.blobs.keep([{ file, sha256: null }], ([put]) =>
      this.streams.transaction(async (tx) => {
        const meeting = await lockMeeting(tx, meetingId);
        const recording = await readRecording(tx, id);
        if (!put || !meeting || recording?.messageId !== null) return;
        const messageId = await this.post(tx, meeting, recording, put);
        await tx.query(`UPDATE meeting_recording SET state = 'ready', message_id = $2 WHERE id = $1`, [id, messageId]);
        if (meeting.endedAt === null) await tellMeeting(tx, meetingId);
      }));
  }

  /** By who started it; by the meeting's host where that one may not write there now. */
  private async post(tx: StreamTransaction, meeting: MeetingRow, recording: RecordingRow, put: PutBlob): Promise<string> {
    const authors = [...new Set([recording.startedBy, meeting.hostId, meeting.createdBy])].filter((userId) => userId !== null);
    const fileId = await insertVideo(tx, {
      userId: recording.startedBy, name: nameOf(meeting, recording), blobId: await this.blobs.claim(tx, put), size: put.size,
      width: WIDTH, height: HEIGHT, duration: recording.manifest?.durationMs ?? null,
    });
    let refusal = new ApiError('forbidden');
    for (const userId of authors) {
      const [author] = await tx.query<{ role: UserRole }>(
        'WITH author AS (SELECT id, role FROM app_user WHERE id = $1 AND deactivated_at IS NULL), file AS (UPDATE file SET uploaded_by = $1 WHERE id = $2) SELECT role FROM author',
        [userId, fileId],
      );
      if (!author) continue;
      try {
        const message = await this.messages.post(tx, { userId, role: author.role }, meeting.channelId, { clientId: recording.id, text: '', attachmentIds: [fileId] });
        return message.id;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        refusal = error;
      }
    }
    throw refusal;
  }
}

const nameOf = ({ title }: MeetingRow, { startedAt }: RecordingRow): string =>
  `${title.slice(0, 100)} ${startedAt.toISOString().slice(0, 16).replace('T', ' ').replace(':', '.')} UTC.mp4`;
