import type { MediaHost } from '../media-host.ts';
import { createSite, type Room, type Site } from './room.ts';

/** Where somebody new of the room receives: at its home, until that worker is full and another is less busy. */
export async function placeReceiver(host: MediaHost, room: Room): Promise<Site> {
  const { home } = room;
  if (home.worker.load < host.workerConsumers) return home;
  const worker = await host.pool.pick();
  if (worker === home.worker) return home;
  const there = room.outposts.get(worker) ?? createSite(worker);
  room.outposts.set(worker, there);
  // A failure is not kept: the next one tries again.
  there.catch(() => room.outposts.delete(worker));
  const site = await there;
  if (room.closed) site.router.close();
  return site;
}
