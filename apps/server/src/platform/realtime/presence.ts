import { Injectable } from '@nestjs/common';
import type { Presence } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { SocketServerHolder } from '../streams/rooms.ts';
import { Ephemera } from './ephemera.ts';

const HEARTBEAT_MS = 10_000;
/** A process that was not heard of for this long is dead, and its connections with it. */
const PROCESS_LOST_MS = 30_000;
/** A reload is no absence. */
const OFFLINE_AFTER_MS = 5_000;

interface Peer {
  heardAt: number;
  presences: Map<string, Presence>;
}
type PeerMessage = { from: string; presences: [string, Presence][]; whole?: boolean; ask?: boolean };

const ORDER: Record<Presence, number> = { offline: 0, away: 1, online: 2 };

/**
 * Who is there, over all connections of a person in all processes: online while somebody is at one
 * of the devices, away while all are idle, offline some seconds after the last one went.
 */
@Injectable()
export class PresenceBoard {
  private readonly self = randomUUID();
  private readonly connections = new Map<string, Map<string, boolean>>();
  private readonly leaving = new Map<string, NodeJS.Timeout>();
  private readonly peers = new Map<string, Peer>();
  private readonly told = new Map<string, Presence>();
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly sockets: SocketServerHolder,
    private readonly ephemera: Ephemera,
  ) {}

  /** Call once the socket server is there; `shared` when other processes listen through Redis. */
  start(shared: boolean): void {
    if (!shared) return;
    this.sockets.server?.on('presence', (message: PeerMessage) => {
      this.heard(message);
    });
    this.tellPeers({ presences: this.ownPresences(), whole: true, ask: true });
    this.heartbeat = setInterval(() => {
      this.tellPeers({ presences: [] });
      this.dropLostPeers();
    }, HEARTBEAT_MS);
  }

  /** Call while the socket server is still there. */
  stop(): void {
    clearInterval(this.heartbeat);
    for (const timer of this.leaving.values()) clearTimeout(timer);
    this.leaving.clear();
    if (this.heartbeat) this.tellPeers({ presences: [], whole: true });
  }

  set(userId: string, socketId: string, active: boolean): void {
    clearTimeout(this.leaving.get(userId));
    this.leaving.delete(userId);
    const sockets = this.connections.get(userId) ?? new Map<string, boolean>();
    sockets.set(socketId, active);
    this.connections.set(userId, sockets);
    this.changed(userId);
  }

  remove(userId: string, socketId: string): void {
    const sockets = this.connections.get(userId);
    if (!sockets?.delete(socketId)) return;
    if (sockets.size > 0) {
      this.changed(userId);
      return;
    }
    this.leaving.set(userId, setTimeout(() => {
      this.leaving.delete(userId);
      this.connections.delete(userId);
      this.changed(userId);
    }, OFFLINE_AFTER_MS).unref());
  }

  of(userId: string): Presence {
    let best = this.own(userId);
    for (const peer of this.peers.values()) {
      const theirs = peer.presences.get(userId) ?? 'offline';
      if (ORDER[theirs] > ORDER[best]) best = theirs;
    }
    return best;
  }

  private own(userId: string): Presence {
    const sockets = this.connections.get(userId);
    if (!sockets) return 'offline';
    return [...sockets.values()].some(Boolean) ? 'online' : 'away';
  }

  private ownPresences(): [string, Presence][] {
    return [...this.connections.keys()].map((userId) => [userId, this.own(userId)]);
  }

  private changed(userId: string): void {
    if (this.heartbeat) this.tellPeers({ presences: [[userId, this.own(userId)]] });
    this.tell(userId);
  }

  private tell(userId: string): void {
    const presence = this.of(userId);
    if ((this.told.get(userId) ?? 'offline') === presence) return;
    if (presence === 'offline') this.told.delete(userId);
    else this.told.set(userId, presence);
    this.ephemera.presence(userId, presence);
  }

  private tellPeers(message: Omit<PeerMessage, 'from'>): void {
    this.sockets.server?.serverSideEmit('presence', { from: this.self, ...message });
  }

  private heard(message: PeerMessage): void {
    if (message.from === this.self) return;
    const before = this.peers.get(message.from);
    const presences = message.whole ? new Map<string, Presence>() : (before?.presences ?? new Map<string, Presence>());
    const touched = new Set(message.whole ? before?.presences.keys() : []);
    for (const [userId, presence] of message.presences) {
      touched.add(userId);
      if (presence === 'offline') presences.delete(userId);
      else presences.set(userId, presence);
    }
    this.peers.set(message.from, { heardAt: Date.now(), presences });
    for (const userId of touched) this.tell(userId);
    if (message.ask) this.tellPeers({ presences: this.ownPresences(), whole: true });
  }

  private dropLostPeers(): void {
    for (const [id, peer] of this.peers) {
      if (Date.now() - peer.heardAt < PROCESS_LOST_MS) continue;
      this.peers.delete(id);
      for (const userId of peer.presences.keys()) this.tell(userId);
    }
  }
}
