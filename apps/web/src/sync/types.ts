import type { ErrorCode, Message } from '@parvis/contracts';

/**
 * connecting: no answer yet since the page was opened. online: live. reconnecting: was live, tries
 * again. offline: the browser says that there is no network. outdated: the server speaks a newer
 * protocol, reload. signed-out: the session ended, sign in again.
 */
export type ConnectionState = 'connecting' | 'online' | 'reconnecting' | 'offline' | 'outdated' | 'signed-out';

/** A message of mine that the server has not acknowledged. Shown after all confirmed messages. */
export interface PendingMessage {
  readonly clientId: string;
  readonly channelId: string;
  readonly text: string;
  readonly createdAt: string;
  /** queued: waiting for the network or for an earlier one. failed: refused; retry or discard. */
  readonly status: 'queued' | 'sending' | 'failed';
  readonly code: ErrorCode | null;
}

export interface ChannelMessages {
  /** loading: nothing to show yet. failed: `reload()` tries again. */
  readonly status: 'loading' | 'ready' | 'failed';
  /** Why it failed; `network` without an answer. */
  readonly error: ErrorCode | 'network' | null;
  /** Confirmed, in order of seq, deleted ones included. */
  readonly messages: readonly Message[];
  /** Mine on their way, in the order of sending. Never one that is in `messages` too. */
  readonly pending: readonly PendingMessage[];
  readonly hasOlder: boolean;
  /** False at the live edge: what arrives is appended. */
  readonly hasNewer: boolean;
  readonly loadingOlder: boolean;
  readonly loadingNewer: boolean;
  /**
   * My read cursor when the conversation was opened (or marked unread): the "new" line goes before
   * the first message of others with a greater seq. Null: no line.
   */
  readonly unreadLine: number | null;
  /** All of these never reject: a failure shows as `status` or ends the loading flag. */
  loadOlder(): Promise<void>;
  loadNewer(): Promise<void>;
  /** Drops the window and loads the latest page. */
  jumpToLatest(): Promise<void>;
  /** Loads around the first unread message. */
  jumpToUnread(): Promise<void>;
  /** Loads around a message; false when it does not exist (any more). */
  jumpToMessage(messageId: string): Promise<boolean>;
  reload(): Promise<void>;
}

export interface MessageSender {
  /** Puts it in the outbox and returns at once: it shows as pending and survives a reload. */
  send(text: string): Promise<void>;
  /** Sends a failed one again, after those waiting. */
  retry(clientId: string): Promise<void>;
  discard(clientId: string): Promise<void>;
}

/** Each rejects with `ApiProblem` or `NetworkFailure`; the answer is in the state when it resolves. */
export interface MessageActions {
  edit(message: Message, text: string): Promise<void>;
  remove(message: Message): Promise<void>;
  /** Unread from this message on; stays so until the conversation is left and opened again. */
  markUnread(message: Message): Promise<void>;
}

export interface Draft {
  readonly text: string;
  /** False until it was read from the device: don't let the editor overwrite it before. */
  readonly loaded: boolean;
  /** Written within 300 ms and when the page is hidden. Empty removes it. */
  setText(text: string): void;
}

export interface Typing {
  /** Others typing there now. */
  readonly userIds: readonly string[];
  /** On every keystroke: tells the server at most every 3 s. */
  onType(): void;
  /** The composer was emptied or the message sent. */
  onStop(): void;
}
