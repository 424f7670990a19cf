import type { ErrorCode, Message, RouteCall } from '@parvis/contracts';

/** What a message is sent with besides its text. */
export type MessageExtras = Omit<RouteCall<'sendMessage'>['body'], 'clientId' | 'text'>;

/** How its extras look until the server shows them. */
export type MessageEcho = Partial<Pick<Message, 'attachments' | 'quote'>>;

export interface OutgoingMessage {
  readonly text: string;
  readonly extras?: MessageExtras;
  readonly echo?: MessageEcho;
}

/** A message that the server has not acknowledged. */
export interface OutboxEntry extends OutgoingMessage {
  /** The server remembers it for ever: sending again with it never makes a second message. */
  readonly clientId: string;
  readonly channelId: string;
  readonly createdAt: string;
  /** Position in the queue. */
  readonly order: number;
  /** Why the server refused it; such a one waits for a person, and holds nothing up. */
  readonly failed: ErrorCode | null;
}

/** Where entries survive; several tabs may share it. */
export interface OutboxStorage {
  /** In order. */
  all(): Promise<OutboxEntry[]>;
  /** Puts it at the end. */
  add(entry: Omit<OutboxEntry, 'order'>): Promise<void>;
  /** Keeps its order; nothing happens when it is gone. */
  fail(clientId: string, code: ErrorCode): Promise<void>;
  remove(clientId: string): Promise<void>;
}

/** For clients that don't outlive their process. */
export class MemoryOutboxStorage implements OutboxStorage {
  private entries: OutboxEntry[] = [];
  private last = 0;

  async all(): Promise<OutboxEntry[]> {
    return this.entries;
  }

  async add(entry: Omit<OutboxEntry, 'order'>): Promise<void> {
    this.last += 1;
    this.entries = [...this.entries, { ...entry, order: this.last }];
  }

  async fail(clientId: string, code: ErrorCode): Promise<void> {
    this.entries = this.entries.map((entry) => (entry.clientId === clientId ? { ...entry, failed: code } : entry));
  }

  async remove(clientId: string): Promise<void> {
    this.entries = this.entries.filter((entry) => entry.clientId !== clientId);
  }
}
