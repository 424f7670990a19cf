import { connectSocket, type ParvisSocket } from '@parvis/client-sdk';
import type { Acknowledgement, AttachResult, ClientMessage, ClientMessageResults, ClientMessageType } from '@parvis/contracts';
import type { TestAccount } from '@parvis/testing';
import { randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { AUDIO, VIDEO } from '../sfu/streams.ts';
import type { MeetingStage } from './meeting-stage.ts';
import type { PlainHost } from './plain-host.ts';
import type { RecordedMedia, RecordedPacket, RecordedStream } from './recorded-media.ts';

/** Milliseconds between two looks at what is due. */
const TICK_MS = 5;

/** Somebody in the meeting who is no browser: they signal as all do, and send what was recorded, over and over. */
export interface PlainSender {
  stop(): void;
}

/** `shift`: milliseconds into the recording at which they begin, so that not all send their key frames at once. */
export async function comeInPlainly(stage: MeetingStage, host: PlainHost, account: TestAccount, media: RecordedMedia, shift: number): Promise<PlainSender> {
  const { id: participantId } = await account.api.call('joinMeeting', { params: { id: stage.meetingId }, body: { deviceId: randomUUID() } });
  const socket = await connect(stage.server.url, account.token);
  const { epoch } = await ask(socket, 'meeting_attach', { meetingId: stage.meetingId, participantId }) as AttachResult;
  const { transportId, port } = await host.sendTransport({ roomId: stage.meetingId, epoch, peerId: participantId });
  for (const { kind, source, rtpParameters } of [AUDIO, VIDEO]) await ask(socket, 'meeting_produce', { transportId, kind, source, rtpParameters, paused: false });
  const stopSending = send(port, media, shift);
  return {
    stop: () => {
      stopSending();
      socket.disconnect();
    },
  };
}

async function connect(baseUrl: string, token: string): Promise<ParvisSocket> {
  const socket = connectSocket({ baseUrl, token });
  await new Promise<void>((resolve, reject) => {
    socket.once('hello', () => { resolve(); });
    socket.once('connect_error', reject);
    socket.connect();
  });
  return socket;
}

async function ask<T extends ClientMessageType>(socket: ParvisSocket, type: T, message: ClientMessage<T>): Promise<ClientMessageResults[T]> {
  const emit = socket.emitWithAck.bind(socket) as (type: T, message: ClientMessage<T>) => Promise<Acknowledgement<ClientMessageResults[T]>>;
  const answer = await emit(type, message);
  if (!answer.ok) throw new Error(`${type}: ${answer.code}`);
  return answer.result;
}

function send(port: number, { audio, video }: RecordedMedia, shift: number): () => void {
  const socket = createSocket('udp4');
  const begun = performance.now() - shift;
  const streams = [player(audio, AUDIO, shift), player(video, VIDEO, shift)];
  const timer = setInterval(() => {
    for (const due of streams) for (const packet of due(performance.now() - begun)) socket.send(packet, port, '127.0.0.1');
  }, TICK_MS);
  return () => {
    clearInterval(timer);
    socket.close();
  };
}

/** What of a stream is due by a moment (milliseconds since it began), each packet once, from `from` on. */
function player({ packets, clockRate, ticks }: RecordedStream, { kind, payloadType, ssrc }: typeof AUDIO, from: number): (elapsed: number) => Buffer[] {
  let next = 0;
  let sequence = 0;
  const timeOf = (index: number): number => Math.floor(index / packets.length) * ticks + packets[index % packets.length]!.at;
  while ((timeOf(next) * 1_000) / clockRate < from) next += 1;
  return (elapsed) => {
    const due: Buffer[] = [];
    for (; (timeOf(next) * 1_000) / clockRate <= elapsed; next += 1) {
      due.push(Buffer.concat([headerOf(packets[next % packets.length]!, kind, payloadType, sequence, timeOf(next), ssrc), packets[next % packets.length]!.payload]));
      sequence += 1;
    }
    return due;
  };
}

/** RFC 3550; a voice bears its level (RFC 6464). */
function headerOf({ marker }: RecordedPacket, kind: 'audio' | 'video', payloadType: number, sequence: number, timestamp: number, ssrc: number): Buffer {
  const level = sequence % 40 > 25 ? 100 : 20;
  const header = Buffer.alloc(kind === 'audio' ? 20 : 12);
  header[0] = kind === 'audio' ? 0x90 : 0x80;
  header[1] = (marker ? 0x80 : 0) | payloadType;
  header.writeUInt16BE(sequence & 0xff_ff, 2);
  header.writeUInt32BE(timestamp >>> 0, 4);
  header.writeUInt32BE(ssrc, 8);
  if (kind === 'audio') header.set([0xbe, 0xde, 0, 1, 0x10, 0x80 | level, 0, 0], 12);
  return header;
}
