import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { MediaHost } from '../media-host.ts';
import { HOST_LIMITS } from '../rooms/limits.ts';
import { SfuError } from '../rooms/sfu-error.ts';
import { connectionChanged } from './create-transport.ts';

/** A room on two hosts: what a server carries between its home and its annex. Each of these again changes nothing. */

export function placeReceiver(host: MediaHost, params: SfuParams<'placeReceiver'>): SfuResults['placeReceiver'] {
  const peer = host.rooms.requirePeer(params);
  peer.receivesAt = params.at;
  connectionChanged(peer);
  peer.room.dropIdlePipes();
  return {};
}

export async function openPipe(host: MediaHost, { roomId, epoch, to }: SfuParams<'openPipe'>): Promise<SfuResults['openPipe']> {
  return (await host.rooms.require(roomId, epoch).pipes.open(to, host.pipes)).end;
}

export async function answerPipe(host: MediaHost, { roomId, epoch, from, offer }: SfuParams<'answerPipe'>): Promise<SfuResults['answerPipe']> {
  return (await host.rooms.require(roomId, epoch).pipes.answer(from, offer, host.pipes)).end;
}

export async function connectPipe(host: MediaHost, { roomId, epoch, to, id, answer }: SfuParams<'connectPipe'>): Promise<SfuResults['connectPipe']> {
  const { pipes } = host.rooms.require(roomId, epoch);
  const pipe = await pipes.require(to);
  // Whatever it led to is gone: there must be a new one.
  if (pipe.end.id === id && pipe.other !== null && pipe.other !== answer.id) pipes.close(to);
  else if (pipe.end.id === id) return pipe.connect(answer).then(() => ({}));
  throw new SfuError('not_found', 'that pipe has ended');
}

export async function sendTracks(host: MediaHost, { roomId, epoch, to, producerIds }: SfuParams<'sendTracks'>): Promise<SfuResults['sendTracks']> {
  if (producerIds.length > HOST_LIMITS.itemsPerCall) throw new SfuError('too_many');
  const room = host.rooms.require(roomId, epoch);
  const pipe = await room.pipes.require(to);
  const wanted = [...new Set(producerIds)].flatMap((id) => room.tracks.get(id) ?? []);
  const tracks = await Promise.all(wanted.map((track) => pipe.send(track, () => {
    host.tellAll({ type: 'track_ended', roomId, epoch, to, producerId: track.producer.id });
  })));
  return { tracks: tracks.flatMap((track) => track ?? []) };
}

export async function takeTracks(host: MediaHost, { roomId, epoch, from, tracks }: SfuParams<'takeTracks'>): Promise<SfuResults['takeTracks']> {
  if (tracks.length > HOST_LIMITS.itemsPerCall) throw new SfuError('too_many');
  const pipe = await host.rooms.require(roomId, epoch).pipes.require(from);
  await Promise.all(tracks.map((track) => pipe.take(track)));
  return {};
}

export function endTracks(host: MediaHost, { roomId, epoch, producerIds }: SfuParams<'endTracks'>): SfuResults['endTracks'] {
  const room = host.rooms.require(roomId, epoch);
  for (const id of producerIds) room.tracks.get(id)?.producer.close();
  return {};
}
