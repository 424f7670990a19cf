import type { Message } from '@parvis/contracts';
import type { ParvisSocket } from '../connect-socket.ts';
import type { Clock } from './clock.ts';
import {
  type Ephemera, nextExpiry, noEphemera, onlyInMeeting, TYPING_EXPIRES, typingPlace, withInMeeting, withoutExpired, withPresence, withReceipt, withReceipts, withTyping,
} from './ephemera.ts';

/** Typing and presence over one socket; what was asked for is asked again on every new connection. */
export class Ephemerides {
  current: Ephemera = noEphemera;
  private readonly socket: ParvisSocket;
  private readonly clock: Clock;
  private readonly onChange: () => void;
  private watched: readonly string[] = [];
  private active = true;
  /** What I began to type while there was no connection. */
  private untold: { channelId: string; threadId: string | null; at: number } | null = null;
  private timer: unknown = null;

  constructor(socket: ParvisSocket, clock: Clock, onChange: () => void) {
    this.socket = socket;
    this.clock = clock;
    this.onChange = onChange;
    socket.on('typing', (sign) => {
      this.change(withTyping(this.current, sign, clock.now()));
      this.expireLater();
    });
    socket.on('receipt', (receipt) => {
      this.change(withReceipt(this.current, receipt));
    });
    socket.on('in_meeting', ({ userId, inMeeting }) => {
      this.change(withInMeeting(this.current, userId, inMeeting));
    });
    socket.on('presence', ({ userId, presence }) => {
      this.change(withPresence(this.current, { [userId]: presence }));
    });
  }

  /** A connection is there: it knows nothing of us yet. */
  greet(): void {
    // Who left a meeting while there was no connection is not told of.
    this.change(onlyInMeeting(this.current, []));
    if (this.watched.length > 0) this.sendWatched();
    if (!this.active) this.socket.emit('activity', { active: false }, () => undefined);
    const typed = this.untold;
    this.untold = null;
    if (typed !== null && this.clock.now() - typed.at < TYPING_EXPIRES) this.type(typed.channelId, true, typed.threadId);
  }

  stop(): void {
    this.clock.clearTimeout(this.timer);
    this.timer = null;
  }

  type(channelId: string, active: boolean, threadId: string | null): void {
    if (this.socket.connected) this.socket.emit('typing', { channelId, ...(threadId !== null && { threadId }), active }, () => undefined);
    else this.untold = active ? { channelId, threadId, at: this.clock.now() } : null;
  }

  /** Their message came: the sign of typing is done with. */
  wrote({ channelId, threadId, authorId }: Pick<Message, 'channelId' | 'threadId' | 'authorId'>): void {
    if (this.current.typing[typingPlace(channelId, threadId)]?.[authorId] === undefined) return;
    this.change(withTyping(this.current, { channelId, ...(threadId != null && { threadId }), userId: authorId, active: false }, this.clock.now()));
  }

  setActive(active: boolean): void {
    if (active === this.active) return;
    this.active = active;
    if (this.socket.connected) this.socket.emit('activity', { active }, () => undefined);
  }

  /** What `GET /channels/:id/receipts` answered. */
  setReceipts(channelId: string, receipts: readonly { userId: string; readSeq: number }[]): void {
    this.change(withReceipts(this.current, channelId, receipts));
  }

  watch(userIds: readonly string[]): void {
    this.watched = userIds;
    this.change(onlyInMeeting(this.current, userIds));
    if (this.socket.connected) this.sendWatched();
  }

  private sendWatched(): void {
    this.socket.emit('watch_presence', { userIds: [...this.watched] }, (answer) => {
      if (answer.ok) this.change(withPresence(this.current, answer.result));
    });
  }

  private expireLater(): void {
    this.clock.clearTimeout(this.timer);
    const next = nextExpiry(this.current);
    this.timer = next === null ? null : this.clock.setTimeout(() => {
      this.change(withoutExpired(this.current, this.clock.now()));
      this.expireLater();
    }, Math.max(0, next - this.clock.now()));
  }

  private change(next: Ephemera): void {
    if (next === this.current) return;
    this.current = next;
    this.onChange();
  }
}
