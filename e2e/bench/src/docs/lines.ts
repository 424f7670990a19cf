import { DOCUMENT_SCHEMA_VERSION, PROTOCOL_VERSION } from '@parvis/contracts';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { editsIn, type Tally } from './tally.ts';

/** One window with documents open, which keeps nothing of what it hears. */
export interface Line {
  /** Resolves once a document is open. */
  open(documentId: string): Promise<void>;
  push(documentId: string, update: Uint8Array): void;
  close(): void;
}

export interface Window {
  url: string;
  index: number;
  documentIds: readonly string[];
  clientId: number;
  tally: Tally;
}

/** Speaks socket.io's frames on a bare WebSocket: a full client for each would take the load's core for itself. */
export function openOurs({ url, index, documentIds, clientId, tally }: Window, token: string): Promise<Line> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, { perMessageDeflate: false });
  const waiting = new Map<number, () => void>();
  let asked = 0;
  const ask = (type: string, message: object, answered?: () => void) => {
    asked += 1;
    if (answered) waiting.set(asked, answered);
    socket.send(`42${asked}${JSON.stringify([type, message])}`);
  };
  const line: Line = {
    open: (documentId) => new Promise((resolve) => { ask('document_open', { documentId, clientId, schemaVersion: DOCUMENT_SCHEMA_VERSION }, resolve); }),
    push: (documentId, bytes) => {
      const update = Buffer.from(bytes).toString('base64');
      tally.push(bytes, index);
      ask('document_push', { documentId, updateId: randomUUID(), schemaVersion: DOCUMENT_SCHEMA_VERSION, update });
    },
    close: () => socket.terminate(),
  };
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      const frame = data.toString();
      if (frame.startsWith('42["document_updates"')) tally.deliver(keysOf(data, () => updatesIn(frame)), index);
      else if (frame.startsWith('0')) socket.send(`40${JSON.stringify({ protocol: PROTOCOL_VERSION, token })}`);
      else if (frame === '2') socket.send('3');
      else if (frame.startsWith('42["hello"')) Promise.all(documentIds.map((documentId) => line.open(documentId))).then(() => { resolve(line); }, reject);
      else if (frame.startsWith('43')) {
        if (frame.includes('"ok":false')) tally.refused.push(frame);
        const id = parseInt(frame.slice(2), 10);
        waiting.get(id)?.();
        waiting.delete(id);
      } else if (frame.startsWith('44')) reject(new Error(`refused: ${frame}`));
    });
  });
}

const updatesIn = (frame: string): Uint8Array[] => (JSON.parse(frame.slice(2)) as [string, { updates: { update: string }[] }])[1].updates.map(({ update }) => Buffer.from(update, 'base64'));

/** The same frame goes to everybody: it is read once. */
let last: { frame: Buffer; keys: string[] } = { frame: Buffer.alloc(0), keys: [] };
function keysOf(frame: Buffer, read: () => Uint8Array[]): string[] {
  if (!frame.equals(last.frame)) last = { frame, keys: read().flatMap(editsIn) };
  return last.keys;
}

const [SYNC, AUTH] = [0, 2];
const [STEP_1, STEP_2, UPDATE] = [0, 1, 2];

/** The protocol of hocuspocus' provider. `onState`: called with what a document holds when it is opened. */
export function openHocuspocus({ url, index, documentIds, tally }: Window, onState?: (update: Uint8Array) => void): Promise<Line> {
  const socket = new WebSocket(url.replace('http', 'ws'), { perMessageDeflate: false });
  const waiting = new Map<string, () => void>();
  const send = (documentId: string, write: (encoder: ReturnType<typeof createEncoder>) => void) => {
    const encoder = createEncoder();
    writeVarString(encoder, documentId);
    write(encoder);
    socket.send(toUint8Array(encoder));
  };
  const line: Line = {
    open: (documentId) => new Promise((resolve) => {
      waiting.set(documentId, resolve);
      send(documentId, (encoder) => {
        for (const number of [AUTH, 0]) writeVarUint(encoder, number);
        writeVarString(encoder, 'bench');
      });
      send(documentId, (encoder) => {
        for (const number of [SYNC, STEP_1]) writeVarUint(encoder, number);
        writeVarUint8Array(encoder, Uint8Array.of(0));
      });
    }),
    push: (documentId, update) => {
      tally.push(update, index);
      send(documentId, (encoder) => {
        writeVarUint(encoder, SYNC);
        writeVarUint(encoder, UPDATE);
        writeVarUint8Array(encoder, update);
      });
    },
    close: () => socket.terminate(),
  };
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () => { Promise.all(documentIds.map((documentId) => line.open(documentId))).then(() => { resolve(line); }, reject); });
    socket.on('message', (data: Buffer) => {
      const decoder = createDecoder(data);
      const documentId = readVarString(decoder);
      if (readVarUint(decoder) !== SYNC) return;
      const step = readVarUint(decoder);
      if (step === UPDATE) tally.deliver(keysOf(data, () => [readVarUint8Array(decoder)]), index);
      else if (step === STEP_2) {
        onState?.(readVarUint8Array(decoder));
        waiting.get(documentId)?.();
        waiting.delete(documentId);
      }
    });
  });
}
