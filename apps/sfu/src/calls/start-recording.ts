import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';
import { SfuError } from '../rooms/sfu-error.ts';

export async function startRecording(host: MediaHost, params: SfuParams<'startRecording'>): Promise<SfuResults['startRecording']> {
  const room = host.rooms.require(params.roomId, params.epoch);
  if (!host.records) throw new SfuError('recording_unavailable', 'there is no GStreamer on the media server');
  const recording = await host.recordings.start(params.recordingId, room);
  return { startedAt: recording.startedAt.toISOString() };
}
