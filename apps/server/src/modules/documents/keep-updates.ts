import { Injectable } from '@nestjs/common';
import { DOCUMENT_SCHEMA_VERSION, type DocumentRole, type DocumentUpdate, LIMITS } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { setTimeout } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { appendAtOnce } from './append-at-once.ts';
import { CompactDocument } from './compact-document.ts';
import { rolesIn } from './document-access.ts';
import { appendUpdates, claimClients, findUpdates, lockLog, type LogHead, type NewUpdate } from './document-log.repository.ts';
import { DocumentRooms } from './document-rooms.ts';
import { DocumentWorker } from './document-worker.ts';

/** An update that somebody sent. */
export interface PushedUpdate {
  userId: string;
  updateId: string;
  schemaVersion: number;
  bytes: Uint8Array;
}

interface Waiting extends PushedUpdate {
  /** Milliseconds of `performance.now()` when it came. */
  at: number;
  /** Its bytes, as they are told and given to the database. */
  base64: string;
  clients: number[];
  resolve(seq: number): void;
  reject(error: unknown): void;
}

/** So many updates are kept in one transaction. */
const BATCH = 200;
/**
 * Milliseconds between two batches of one document, and for which the first of one waits for others
 * where many write: each batch costs a commit, and a write to everybody. Who writes alone waits for nothing.
 */
const APART = 9;
/** More than so many wait for one document: the disk doesn't keep up. */
const QUEUE = 2_000;

/**
 * Keeps updates of documents: on disk first, then told. Those that come while a document's
 * transaction runs share the next one, so that many writers cost few commits. Nothing of the
 * document itself is held here.
 */
@Injectable()
export class KeepUpdates {
  private readonly queues = new Map<string, Waiting[]>();

  constructor(
    private readonly database: DataSource,
    private readonly rooms: DocumentRooms,
    private readonly compaction: CompactDocument,
    private readonly worker: DocumentWorker,
  ) {}

  /**
   * Answers the update's seq once it is on disk; the first one's for an `updateId` that this person sent before.
   * @throws ApiError not_found, forbidden, channel_archived, document_trashed, update_invalid, client_id_taken, client_id_reused,
   * document_too_large, payload_too_large, client_outdated, unavailable
   */
  push(documentId: string, update: PushedUpdate): Promise<number> {
    if (update.bytes.byteLength > LIMITS.documentUpdateBytes) throw new ApiError('payload_too_large', `at most ${LIMITS.documentUpdateBytes} bytes`);
    return this.pushWhole(documentId, update);
  }

  /** The same of what the server made itself: it may be as large as a document. */
  async pushWhole(documentId: string, update: PushedUpdate): Promise<number> {
    if (update.schemaVersion > DOCUMENT_SCHEMA_VERSION) throw new ApiError('invalid_request', 'a version that this server does not know');
    const clients = await this.worker.clientsOf(update.bytes);
    return new Promise((resolve, reject) => {
      const waiting = this.queues.get(documentId);
      const entry = { ...update, at: performance.now(), base64: base64Of(update.bytes), clients, resolve, reject };
      if (waiting === undefined) {
        this.queues.set(documentId, [entry]);
        void this.work(documentId);
      } else if (waiting.length >= QUEUE) reject(new ApiError('unavailable', 'too much is being written at once'));
      else waiting.push(entry);
    });
  }

  private async work(documentId: string): Promise<void> {
    for (;;) {
      const queue = this.queues.get(documentId) ?? [];
      if (queue.length === 0) {
        this.queues.delete(documentId);
        return;
      }
      const batch = queue.splice(0, BATCH);
      const begun = performance.now();
      try {
        await this.keep(documentId, batch);
      } catch (error) {
        for (const each of batch) each.reject(error);
      }
      if (queue.length === 0) await sleepUntil(begun + APART);
      const [first] = queue;
      if (first) await sleepUntil(first.at + APART);
    }
  }

  private async keep(documentId: string, batch: readonly Waiting[]): Promise<void> {
    const until = this.compaction.plannedFor(documentId);
    const last = until === null ? null : await appendAtOnce(this.database, documentId, batch, until);
    if (last === null) {
      await this.judge(documentId, batch);
      return;
    }
    const first = last - batch.length + 1;
    batch.forEach(({ resolve }, index) => { resolve(first + index); });
    const updates = batch.map((each, index) => toldOf(first + index, each));
    this.rooms.tell(documentId, 'document_updates', { documentId, updates, schemaVersion: batch[0]!.schemaVersion });
  }

  /** One by one, each with its own refusal. */
  private async judge(documentId: string, batch: readonly Waiting[]): Promise<void> {
    const settled: (() => void)[] = [];
    let planned: number | null = null;
    const told = await this.database.transaction(async (manager) => {
      const log = await lockLog(manager, documentId);
      const writers = log ? await rolesIn(manager, documentId, [...new Set(batch.map(({ userId }) => userId))]) : new Map<string, never>();
      const refuse = (each: Waiting, error: ApiError): void => void settled.push(() => { each.reject(error); });
      const allowed = batch.filter((each) => {
        const refusal = refusalOf(each, log, writers.get(each.userId) ?? null);
        if (refusal) refuse(each, refusal);
        return !refusal;
      });
      if (!log || allowed.length === 0) return null;
      const fresh = await this.unknown(manager, documentId, allowed, settled);
      const updates: (NewUpdate & { each: Waiting })[] = [];
      let { head, size } = log;
      for (const each of fresh) {
        if (size + each.bytes.byteLength > LIMITS.documentBytes) {
          refuse(each, new ApiError('document_too_large', `a document holds at most ${LIMITS.documentBytes} bytes`));
          continue;
        }
        head += 1;
        size += each.bytes.byteLength;
        updates.push({ seq: head, updateId: each.updateId, authorId: each.userId, bytes: each.bytes, each });
      }
      if (updates.length === 0) return null;
      const schemaVersion = Math.max(log.schemaVersion, ...updates.map(({ each }) => each.schemaVersion));
      await appendUpdates(manager, documentId, updates, schemaVersion);
      planned = await this.compaction.plan(manager, documentId, updates.at(-1)?.authorId ?? '', size);
      for (const { each, seq } of updates) settled.push(() => { each.resolve(seq); });
      return { documentId, updates: updates.map(({ seq, each }) => toldOf(seq, each)), schemaVersion };
    });
    if (planned !== null) this.compaction.committed(documentId, planned);
    for (const settle of settled) settle();
    if (told) this.rooms.tell(documentId, 'document_updates', told);
  }

  /** Those that the log doesn't hold yet, and that come from the sender's own clients. */
  private async unknown(query: Query, documentId: string, allowed: readonly Waiting[], settled: (() => void)[]): Promise<Waiting[]> {
    const known = new Map((await findUpdates(query, documentId, allowed.map(({ updateId, userId }) => ({ updateId, authorId: userId })))).map((each) => [`${each.authorId} ${each.updateId}`, each]));
    const firsts = new Map<string, Waiting>();
    const fresh: Waiting[] = [];
    for (const each of allowed) {
      const key = `${each.userId} ${each.updateId}`;
      const before = known.get(key);
      const first = firsts.get(key);
      if (before) settled.push(() => { if (before.bytes.equals(each.bytes)) each.resolve(before.seq); else each.reject(new ApiError('client_id_reused')); });
      // Twice at once: what becomes of the first becomes of it.
      else if (first) follow(first, each);
      else {
        firsts.set(key, each);
        fresh.push(each);
      }
    }
    const claims = [...new Map(fresh.flatMap(({ clients, userId }) => clients.map((clientId) => [clientId, { clientId, userId }] as const))).values()];
    const foreign = new Set((await claimClients(query, documentId, claims)).map(({ clientId }) => clientId));
    const owner = new Map(claims.map(({ clientId, userId }) => [clientId, userId]));
    return fresh.filter((each) => {
      const taken = each.clients.some((clientId) => foreign.has(clientId) || owner.get(clientId) !== each.userId);
      if (taken) settled.push(() => { each.reject(new ApiError('client_id_taken', 'written under the Yjs client of somebody else')); });
      return !taken;
    });
  }
}

async function sleepUntil(moment: number): Promise<void> {
  const wait = moment - performance.now();
  if (wait > 0) await setTimeout(wait);
}

const base64Of = ({ buffer, byteOffset, byteLength }: Uint8Array): string => Buffer.from(buffer, byteOffset, byteLength).toString('base64');
const toldOf = (seq: number, { userId, base64 }: Waiting): DocumentUpdate => ({ seq, userId, update: base64 });

function refusalOf({ schemaVersion }: Waiting, log: LogHead | null, role: DocumentRole | null): ApiError | null {
  if (!log || role === null) return new ApiError('not_found');
  const { trashed, archived } = log;
  if (!can({ role: 'member' }, 'document.edit', { role, trashed, archived })) return new ApiError(trashed ? 'document_trashed' : archived ? 'channel_archived' : 'forbidden');
  if (schemaVersion < log.schemaVersion) return new ApiError('client_outdated', 'the document holds what this client does not know');
  return null;
}

function follow(first: Waiting, second: Waiting): void {
  const { resolve, reject } = first;
  first.resolve = (seq) => {
    resolve(seq);
    second.resolve(seq);
  };
  first.reject = (error) => {
    reject(error);
    second.reject(error);
  };
}
