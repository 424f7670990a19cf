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

  /** Of one person, in all documents that they have open: they lost a conversation, a team or a group. */
  reviewPerson(userId: string): void {
    this.run(async () => {
      const sockets = (await this.sockets.server?.in(`user:${userId}`).fetchSockets()) ?? [];
      for (const documentId of new Set(sockets.flatMap(documentsOf))) await this.reviewRoom(documentId);
    });
  }

  private async reviewRoom(documentId: string): Promise<void> {
    const { server } = this.sockets;
    if (!server) return;
    const room = documentRoom(documentId);
    const sockets = await server.in(room).fetchSockets();
    if (sockets.length === 0) return;
    const roles = await rolesIn(this.database, documentId, [...new Set(sockets.map((socket) => (socket.data as SocketData).actor.userId))]);
    for (const socket of sockets) {
      if (roles.has((socket.data as SocketData).actor.userId)) continue;
      socket.leave(room);
      socket.emit('document_closed', { documentId });
    }
  }

  private run(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      this.log.error({ err: error }, 'rights to open documents could not be looked at');
    });
  }
}
