import { CLIENT_MESSAGES, type ClientMessageType, ERRORS, type Meeting } from '@parvis/contracts';
import { sfuWorker, startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Writer } from '../../fixtures/documents.ts';
import { Device } from '../../fixtures/meetings.ts';

const media = await sfuWorker();
let server: TestServer;
let [olga, mallory] = [] as unknown as [TestAccount, TestAccount];
let documentId: string;
let meeting: Meeting;
let honest: Writer;
let bystander: Device;
/** Each may say twenty things a second. */
let hostile: Device[];

beforeAll(async () => {
  server = await startTestServer(media ? { sfu: true } : {});
  await server.setUp();
  [olga, mallory] = await Promise.all([server.createUser('Olga'), server.createUser('Mallory')]);
  documentId = (await olga.api.call('createDocument', { body: {} })).document.id;
  await olga.api.call('grantDocumentToUser', { params: { id: documentId, userId: mallory.user.id }, body: { role: 'editor' } });
  const { channel } = await olga.api.call('openConversation', { body: { userIds: [mallory.user.id] } });
  meeting = await olga.api.call('startMeeting', { params: { id: channel.id }, body: {} });
  honest = await Writer.connect(server.url, olga, documentId);
  await honest.open();
  bystander = await Device.connect(server.url, olga);
  await bystander.join(meeting);
  if (media) {
    await bystander.attach(meeting);
    await bystander.produce();
  }
  hostile = await Promise.all(Array.from({ length: 8 }, () => Device.connect(server.url, mallory)));
  for (const device of hostile) await device.join(meeting);
});
afterAll(async () => {
  for (const { socket } of [honest, bystander, ...(hostile ?? [])]) socket?.disconnect();
  await server?.stop();
});

const say = (device: Device, type: string, message: unknown) =>
  (device.socket as unknown as { emitWithAck(type: string, message: unknown): Promise<{ ok: boolean; code?: string }> }).emitWithAck(type, message);
const clientOf = (device: Device): number => 100 + hostile.indexOf(device);
const transports = new Map<Device, string>();

/** As far in as they get: what is not let in is not looked at. */
async function comeIn(device: Device): Promise<void> {
  await say(device, 'document_open', { documentId, clientId: clientOf(device), schemaVersion: 1 });
  if (!media) return;
  await say(device, 'meeting_attach', { meetingId: meeting.id, participantId: device.participant!.id });
  const { result } = (await say(device, 'meeting_create_transport', { direction: 'send' })) as { result?: { id: string } };
  if (result) transports.set(device, result.id);
}

/** What makes sense, of somebody who may: a hostile frame is one thing away from it. */
function sensible(type: ClientMessageType, device: Device): object {
  const clientId = clientOf(device);
  const transportId = transports.get(device) ?? '1';
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getMap('elements').set(randomUUID(), 'drawn');
  const update = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
  const awareness = new Awareness(doc);
  awareness.setLocalState({ cursor: null });
  const pointed = Buffer.from(encodeAwarenessUpdate(awareness, [awareness.clientID])).toString('base64');
  awareness.destroy();
  const all: Record<string, object> = {
    meeting_attach: { meetingId: meeting.id, participantId: device.participant?.id },
    meeting_create_transport: { direction: 'send' },
    meeting_connect_transport: { transportId, dtlsParameters: { fingerprints: [{ algorithm: 'sha-256', value: 'AA' }] } },
    meeting_produce: { transportId, kind: 'audio', source: 'microphone', paused: false, rtpParameters: { codecs: [{}] } },
    meeting_update_producer: { producerId: '1', action: 'pause' },
    meeting_consume: { producerIds: ['1'], rtpCapabilities: { codecs: [] } },
    meeting_update_consumers: { changes: [{ consumerId: '1', paused: true }] },
    meeting_restart_ice: { transportId },
    meeting_react: { emoji: '👏' },
    meeting_report_quality: { rtt: null, jitter: null, loss: null, sendKbps: null, receiveKbps: null },
    watch_presence: { userIds: [olga.user.id] },
    typing: { channelId: meeting.channelId, active: true },
    activity: { active: true },
    document_open: { documentId, clientId, schemaVersion: 1 },
    document_push: { documentId, updateId: randomUUID(), schemaVersion: 1, update },
    document_awareness: { documentId, update: pointed },
  };
  return all[type] ?? { documentId };
}

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>('', '\0', '../..', '__proto__', 'x'.repeat(5_000), -1, 2 ** 53, 1e308, [[[[[[]]]]]], { toString: 1 }, { __proto__: null, constructor: 0 }),
  fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('base64')),
);
const TYPES = Object.keys(CLIENT_MESSAGES) as ClientMessageType[];
const frame = fc.record({
  type: fc.oneof(fc.constantFrom(...TYPES), fc.constantFrom<ClientMessageType>('document_push', 'document_awareness', 'document_open', 'meeting_produce', 'meeting_consume')),
  how: fc.constantFrom('as it is', 'one field', 'one more', 'cut', 'whole'),
  field: fc.nat(),
  junk,
});
type Frame = typeof frame extends fc.Arbitrary<infer T> ? T : never;

function messageOf({ type, how, field, junk: nonsense }: Frame, device: Device): unknown {
  const message = sensible(type, device);
  const keys = Object.keys(message);
  if (how === 'whole') return nonsense;
  // Of what would be taken, a piece.
  if (how === 'cut' && 'update' in message) return { ...message, update: Buffer.from(message.update as string, 'base64').subarray(0, 1 + (field % 40)).toString('base64') };
  if (how === 'one field') return { ...message, [keys[field % keys.length] ?? 'x']: nonsense };
  return how === 'one more' ? { ...message, unheardOf: nonsense } : message;
}
async function expectUndisturbed(): Promise<void> {
  const { seq } = await honest.write('undisturbed');
  await expect.poll(() => honest.seqs).toContain(seq);
  if (media) expect(await bystander.attach(meeting)).toMatchObject({ resumed: true, epoch: 1 });
  expect((await fetch(`${server.url}/api/health/ready`)).status).toBe(200);
}

describe('frames of somebody who means harm', () => {
  it('are each answered with a code that is foreseen, and disturb nobody', async () => {
    let turn = 0;
    await fc.assert(fc.asyncProperty(fc.array(frame, { minLength: 40, maxLength: 80 }), async (frames) => {
      await Promise.all(hostile.map(comeIn));
      for (const each of frames) {
        const device = hostile[(turn += 1) % hostile.length]!;
        const answer = await say(device, each.type, messageOf(each, device));
        if (answer.ok) continue;
        expect(Object.keys(ERRORS), each.type).toContain(answer.code);
        expect(answer.code, `${each.type} ${JSON.stringify(each.junk)}`).not.toBe('internal');
      }
      await expectUndisturbed();
    }), { numRuns: 8, endOnFailure: true });
    expect(server.processes[0]!.log).not.toContain('"level":50');
  });

  it('that are no packets at all close their own connection only', async () => {
    for (const bytes of ['garbage', '2', '42', '42[', '42["document_push"', '42[{}]', '5', '451-["document_push",{"_placeholder":true,"num":9}]', '49999999999["activity",{}]', '40/admin,{}', '4'.repeat(60_000)]) {
      const device = await Device.connect(server.url, mallory);
      device.socket.io.opts.reconnection = false;
      (device.socket.io.engine as unknown as { write(bytes: string): void }).write(bytes);
      await say(device, 'activity', { active: true }).catch(() => undefined);
      device.socket.disconnect();
    }
    await expectUndisturbed();
    expect(server.processes[0]!.log).not.toContain('"level":50');
  });
});
