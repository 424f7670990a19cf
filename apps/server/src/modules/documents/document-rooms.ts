import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DocumentServerMessages } from '@parvis/contracts';
import type { Socket } from 'socket.io';
import { DataSource } from 'typeorm';
import { Log } from '../../platform/log/log.ts';
import { SocketServerHolder } from '../../platform/streams/rooms.ts';
import { LostRights } from '../../platform/streams/lost-rights.ts';
import { Ephemera } from '../../platform/realtime/ephemera.ts';
import type { SocketData } from '../../platform/realtime/socket-rights.ts';
import { rolesIn } from './document-access.ts';

const PREFIX = 'document:';
export const documentRoom = (documentId: string): string => `${PREFIX}${documentId}`;
/** Those that a socket has open. */
export const documentsOf = ({ rooms }: { rooms: Iterable<string> }): string[] => [...rooms].filter((room) => room.startsWith(PREFIX)).map((room) => room.slice(PREFIX.length));

/** Who has a document open, in whatever process. */
@Injectable()
export class DocumentRooms implements OnModuleInit {
  /** People whose documents are being looked at, and those of them who lost something more meanwhile. */
  private readonly reviewed = new Set<string>();
  private readonly again = new Set<string>();

  constructor(
    private readonly database: DataSource,
    private readonly sockets: SocketServerHolder,
    private readonly ephemera: Ephemera,
    private readonly lostRights: LostRights,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.lostRights.onLoss((userId) => {
      this.reviewPerson(userId);
    });
    this.lostRights.onChannelLoss((channelId) => {
      this.run(() => this.tellChannel(channelId));
    });
  }

  tell<M extends keyof DocumentServerMessages>(documentId: string, type: M, message: DocumentServerMessages[M]): void {
    this.ephemera.document(documentRoom(documentId), type, message);
  }

  /** To all but the one that it comes from. */
  tellOthers<M extends keyof DocumentServerMessages>(from: Socket, documentId: string, type: M, message: DocumentServerMessages[M]): void {
    this.ephemera.document(documentRoom(documentId), type, message, from);
  }

  /** Puts out of the room whoever may not see the document any more. */
  review(documentId: string): void {
    this.run(() => this.reviewRoom(documentId));
  }

  /** Of one person, in all documents that they have open: they lost a conversation, a team or a group. Where they still see one, they may be less to it. */
  private reviewPerson(userId: string): void {
    if (this.reviewed.has(userId)) {
      this.again.add(userId);
      return;
    }
    this.reviewed.add(userId);
    this.run(async () => {
      try {
        do {
          const sockets = (await this.sockets.server?.in(`user:${userId}`).fetchSockets()) ?? [];
          for (const documentId of new Set(sockets.flatMap(documentsOf))) await this.reviewRoom(documentId, userId);
        } while (this.again.delete(userId));
      } finally {
        this.reviewed.delete(userId);
        this.again.delete(userId);
      }
    });
  }

  private async reviewRoom(documentId: string, lessFor?: string): Promise<void> {
    const { server } = this.sockets;
    if (!server) return;
    const room = documentRoom(documentId);
    const sockets = await server.in(room).fetchSockets();
    if (sockets.length === 0) return;
    const personOf = (socket: { data: unknown }): string => (socket.data as SocketData).actor.userId;
    const roles = await rolesIn(this.database, documentId, [...new Set(sockets.map(personOf))]);
    for (const socket of sockets) {
      if (!roles.has(personOf(socket))) {
        socket.leave(room);
        socket.emit('document_closed', { documentId });
      } else if (personOf(socket) === lessFor) socket.emit('document_changed', { documentId, what: 'access' });
    }
  }

  /** To those who have a document of it open: what they may there is another now. */
  private async tellChannel(channelId: string): Promise<void> {
    const documents = await this.database.query<{ id: string }[]>('SELECT id FROM document WHERE channel_id = $1', [channelId]);
    if (documents.length === 0) return;
    const sockets = (await this.sockets.server?.in(documents.map(({ id }) => documentRoom(id))).fetchSockets()) ?? [];
    const open = new Set(sockets.flatMap(documentsOf));
    for (const { id } of documents) if (open.has(id)) this.tell(id, 'document_changed', { documentId: id, what: 'access' });
  }

  private run(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      this.log.error({ err: error }, 'rights to open documents could not be looked at');
    });
  }
}
