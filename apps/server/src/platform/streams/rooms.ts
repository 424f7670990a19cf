import type { Server } from 'socket.io';

/** Rooms of the socket server besides those named by stream ids. */
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`;
export const presenceRoom = (userId: string): string => `presence:${userId}`;
/** Whose presence is told in this room; null for other rooms. */
export const presenceRoomOwner = (room: string): string | null => /^presence:(.+)$/.exec(room)?.[1] ?? null;

/** The socket server, once it listens. */
export class SocketServerHolder {
  server: Server | null = null;
}
