import type { Room, Site } from './room.ts';
import type { SentTrack } from './sent-track.ts';

/** Makes a track available at a site: piped there once, by its own id. Pauses and its end go along. */
export async function bringTrack(room: Room, track: SentTrack, site: Site): Promise<void> {
  if (site === room.home) return;
  const { id: producerId } = track.producer;
  const pipe = track.pipes.get(site) ?? room.home.router.pipeToRouter({ producerId, router: site.router, enableSctp: false });
  track.pipes.set(site, pipe);
  try {
    await pipe;
  } catch (error) {
    track.pipes.delete(site);
    throw error;
  }
}
