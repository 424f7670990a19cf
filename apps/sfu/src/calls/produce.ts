import type { MediaSource } from '@parvis/contracts';
import type { SfuParams, SfuResults } from '@parvis/sfu-protocol';
import type { types } from 'mediasoup';
import type { MediaHost } from '../media-host.ts';
import type { Peer } from '../rooms/peer.ts';
import { SentTrack } from '../rooms/sent-track.ts';
import { SfuError } from '../rooms/sfu-error.ts';
import { refusing } from './refusing.ts';

const KINDS: Record<MediaSource, types.MediaKind> = { microphone: 'audio', camera: 'video', screen: 'video', screen_audio: 'audio' };

/**
 * Chromium sends no key frame within 300 ms of the last one that was asked for, and forgets that another
 * was wanted: whoever came in at that moment would see nothing. What is asked too soon is asked then.
 */
const KEY_FRAMES_APART_MS = 350;

export async function produce(host: MediaHost, params: SfuParams<'produce'>): Promise<SfuResults['produce']> {
  const peer = host.rooms.requirePeer(params);
  return peer.inTurn(async () => {
    const { source, kind, paused } = params;
    if (!peer.sources.has(source)) throw new SfuError('source_not_allowed');
    if (KINDS[source] !== kind) throw new SfuError('invalid_request', `${source} is not ${kind}`);
    const transport = peer.transportOf('send')?.transport;
    if (transport?.id !== params.transportId) throw new SfuError('not_found', 'no such transport to send by');
    peer.sent.get(source)?.producer.close();
    const producer = await refusing(() => transport.produce({ kind, paused, rtpParameters: params.rtpParameters as unknown as types.RtpParameters, keyFrameRequestDelay: KEY_FRAMES_APART_MS }));
    // While it was made, a host may have taken the right away, or the peer be gone.
    if (peer.closed || producer.closed) throw new SfuError('not_found', 'the peer was removed');
    await add(peer, new SentTrack(producer, peer, source));
    return { producerId: producer.id };
  });
}

async function add(peer: Peer, track: SentTrack): Promise<void> {
  const { room } = peer;
  const { producer, source } = track;
  peer.sent.set(source, track);
  room.tracks.set(producer.id, track);
  producer.observer.once('close', () => {
    if (peer.sent.get(source) === track) peer.sent.delete(source);
    room.tracks.delete(producer.id);
    track.end();
    room.tell({ type: 'producer_closed', producerId: producer.id, participantId: peer.id });
  });
  await room.ear.listenTo(track);
  room.tell({ type: 'producer', producer: track.info });
  track.watchersChanged();
  for (const listener of room.onTrack) listener(track);
}
