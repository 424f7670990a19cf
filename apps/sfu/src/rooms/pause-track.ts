import type { SentTrack } from './sent-track.ts';

/** From then on nothing of it reaches anybody. What a host paused stays the host's doing. */
export async function pauseTrack(track: SentTrack, byHost = false): Promise<void> {
  const before = JSON.stringify(track.info);
  track.byHost ||= byHost;
  await track.producer.pause();
  tellChange(track, before);
}

export async function resumeTrack(track: SentTrack): Promise<void> {
  const before = JSON.stringify(track.info);
  track.byHost = false;
  await track.producer.resume();
  tellChange(track, before);
}

function tellChange(track: SentTrack, before: string): void {
  if (!track.producer.closed && JSON.stringify(track.info) !== before) track.peer.room.tell({ type: 'producer', producer: track.info });
}
