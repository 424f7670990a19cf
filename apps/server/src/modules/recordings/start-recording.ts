import { Injectable } from '@nestjs/common';
import type { Recording } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';
import { Streams } from '../../platform/streams/streams.ts';
import { MediaHostError, MediaHosts } from '../media-hosts/index.ts';
import { lockAndSee, MediaPlacement, type MeetingRow, requireRunning, tellMeeting } from '../meetings/index.ts';
import { RecordingPrograms } from './recording-programs.ts';
import { insertRecording, readRunning, toRecording } from './recording.repository.ts';

@Injectable()
export class StartRecording {
  constructor(
    private readonly streams: Streams,
    private readonly placement: MediaPlacement,
    private readonly media: MediaHosts,
    private readonly programs: RecordingPrograms,
  ) {}

  /**
   * The media host records before anybody is told so; the one that runs is answered when one does.
   * @throws ApiError not_found, forbidden, meeting_ended, recording_unavailable, meetings_unavailable
   */
  async run(actor: Actor, meetingId: string): Promise<Recording> {
    const seen = await this.streams.transaction((tx) => this.look(tx, actor, meetingId));
    if (seen.running) return seen.running;
    if (!(await this.programs.areHere())) throw new ApiError('recording_unavailable', 'ffmpeg is missing on the server');
    const { host, epoch } = await this.placement.of(seen.meeting);
    const id = randomUUID();
    await this.media.call(host.url, 'startRecording', { roomId: meetingId, epoch, recordingId: id }).catch((error: unknown) => {
      if (error instanceof MediaHostError && error.hostCode === 'not_found') throw new ApiError('recording_unavailable', 'nobody is in the meeting');
      throw error;
    });
    let kept = false;
    try {
      return await this.streams.transaction(async (tx) => {
        const { meeting, running } = await this.look(tx, actor, meetingId);
        if (running) return running;
        if (meeting.epoch !== epoch) throw new ApiError('meetings_unavailable', 'the meeting moved to another media server');
        const row = { id, meetingId, startedBy: actor.userId, startedAt: tx.at };
        await insertRecording(tx, row, host);
        await tellMeeting(tx, meetingId);
        tx.afterCommit(() => { kept = true; });
        return toRecording({ ...row, state: 'recording', endedAt: null, messageId: null, sfuUrl: host.url, manifest: null });
      });
    } finally {
      if (!kept) this.media.tellHost(host.url, 'forgetRecording', { recordingId: id });
    }
  }

  private async look(tx: StreamTransaction, actor: Actor, meetingId: string): Promise<{ meeting: MeetingRow; running: Recording | null }> {
    const { meeting, place } = await lockAndSee(tx, actor, meetingId);
    if (!can(actor, 'meeting.record', place)) throw new ApiError('forbidden');
    requireRunning(meeting);
    const running = await readRunning(tx, meetingId);
    return { meeting, running: running && toRecording(running) };
  }
}
