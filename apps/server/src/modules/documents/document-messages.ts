import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type ClientMessage, type ClientMessageResults, LIMITS } from '@parvis/contracts';
import type { Socket } from 'socket.io';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/http/actor.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { ClientMessageHandlers } from '../../platform/realtime/client-message-handlers.ts';
import { SocketDepartures } from '../../platform/realtime/socket-departures.ts';
import { seeDocument } from './document-access.ts';
import { documentRoom, DocumentRooms, documentsOf } from './document-rooms.ts';
import { KeepUpdates } from './keep-updates.ts';
import { type AwarenessUser, colorOf, endOfAwareness, stampAwareness } from './stamp-awareness.ts';

/** A document that one socket has open. */
interface OpenDocument {
  clientId: number;
  user: AwarenessUser;
  /** Of its last awareness; null: it told none. */
  clock: number | null;
}

/** More documents than so many are open in no window. */
const OPEN = 20;

/** What clients say of documents on their socket. */
@Injectable()
export class DocumentMessages implements OnModuleInit {
  private readonly open = new Map<string, Map<string, OpenDocument>>();

  constructor(
    private readonly database: DataSource,
    private readonly handlers: ClientMessageHandlers,
    private readonly departures: SocketDepartures,
    private readonly rooms: DocumentRooms,
    private readonly updates: KeepUpdates,
  ) {}

  onModuleInit(): void {
    this.handlers.register('document_open', (socket, actor, message) => this.begin(socket, actor, message));
    this.handlers.register('document_close', async (socket, _actor, { documentId }) => {
      await socket.leave(documentRoom(documentId));
      this.end(socket, documentId);
      return {};
    });
    this.handlers.register('document_push', async (_socket, actor, { documentId, updateId, schemaVersion, update }) => ({
      seq: await this.updates.push(documentId, { userId: actor.userId, updateId, schemaVersion, bytes: Buffer.from(update, 'base64') }),
    }));
    this.handlers.register('document_awareness', (socket, _actor, { documentId, update }) => {
      const bytes = Buffer.from(update, 'base64');
      // The socket is in the room exactly as long as the person may see the document.
      const opened = socket.rooms.has(documentRoom(documentId)) ? this.open.get(socket.id)?.get(documentId) : undefined;
      if (!opened) throw new ApiError('not_found');
      if (bytes.byteLength > LIMITS.documentAwarenessBytes) throw new ApiError('payload_too_large');
      const stamped = stampAwareness(bytes, opened.clientId, opened.user);
      opened.clock = stamped.clock;
      this.rooms.tellOthers(socket, documentId, 'document_awareness', { documentId, update: Buffer.from(stamped.update).toString('base64') });
      return {};
    });
    this.departures.onLeave((socket) => {
      for (const documentId of this.open.get(socket.id)?.keys() ?? []) this.end(socket, documentId);
    });
  }

  private async begin(socket: Socket, actor: Actor, { documentId, clientId }: ClientMessage<'document_open'>): Promise<ClientMessageResults['document_open']> {
    const [{ role }, [person]] = await Promise.all([
      seeDocument(this.database, actor, documentId),
      this.database.query<{ name: string; taken: boolean }[]>(
        'SELECT name, EXISTS (SELECT FROM document_client c WHERE c.document_id = $1 AND c.client_id = $2 AND c.user_id <> $3) AS taken FROM app_user WHERE id = $3', [documentId, clientId, actor.userId],
      ),
    ]);
    if (person?.taken) throw new ApiError('client_id_taken');
    // Rooms are what counts, up to the very moment of joining: others may be on their way in.
    const open = documentsOf(socket);
    if (!open.includes(documentId) && open.length >= OPEN) throw new ApiError('too_many', `at most ${OPEN} documents open at once`);
    await socket.join(documentRoom(documentId));
    // Whoever lost the right between being asked and joining was told to leave before being in.
    const [, head] = await Promise.all([this.stillSees(socket, actor, documentId), this.head(documentId)]);
    if (socket.disconnected) throw new ApiError('not_found');
    const opened = this.open.get(socket.id) ?? new Map<string, OpenDocument>();
    opened.set(documentId, { clientId, user: { id: actor.userId, name: person?.name ?? '', color: colorOf(actor.userId) }, clock: null });
    this.open.set(socket.id, opened);
    this.rooms.tellOthers(socket, documentId, 'document_joined', { documentId });
    return { role, ...head };
  }

  private async stillSees(socket: Socket, actor: Actor, documentId: string): Promise<void> {
    try {
      await seeDocument(this.database, actor, documentId);
    } catch (error) {
      await socket.leave(documentRoom(documentId));
      throw error;
    }
  }

  private async head(documentId: string): Promise<{ head: number; schemaVersion: number }> {
    const [log] = await this.database.query<{ head: number; schemaVersion: number }[]>('SELECT head, schema_version AS "schemaVersion" FROM document_log WHERE document_id = $1', [documentId]);
    if (!log) throw new ApiError('not_found');
    return log;
  }

  /** Its cursor goes from the others' screens. */
  private end(socket: Socket, documentId: string): void {
    const opened = this.open.get(socket.id);
    const document = opened?.get(documentId);
    if (!opened || !document) return;
    opened.delete(documentId);
    if (opened.size === 0) this.open.delete(socket.id);
    if (document.clock === null) return;
    this.rooms.tell(documentId, 'document_awareness', { documentId, update: Buffer.from(endOfAwareness(document.clientId, document.clock)).toString('base64') });
  }
}
