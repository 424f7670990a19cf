import type { OutgoingMessage } from '@parvis/client-sdk';
import type { Attachment, ErrorCode, Message } from '@parvis/contracts';

/**
 * connecting: no answer yet since the page was opened. online: live. reconnecting: was live, tries
 * again. offline: the browser says that there is no network. outdated: the server speaks a newer
 * protocol, reload. signed-out: the session ended, sign in again.
 */
export type ConnectionState = 'connecting' | 'online' | 'reconnecting' | 'offline' | 'outdated' | 'signed-out';

/** A message of mine that the server has not acknowledged. Shown after all confirmed messages. */
export interface PendingMessage extends OutgoingMessage {
  readonly clientId: string;
  readonly channelId: string;
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
  /** Of a thread: the message that it hangs from. */
  readonly root: Message | null;
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
  send(message: OutgoingMessage): Promise<void>;
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
  setReaction(message: Message, emoji: string, on: boolean): Promise<void>;
  setPinned(message: Message, on: boolean): Promise<void>;
  /** `index` counts the message's tasks from 0. */
  tickTask(message: Message, index: number, done: boolean): Promise<void>;
}

export interface Draft {
  readonly text: string;
  /** Uploaded files of the message to be, in order. */
  readonly attachments: readonly Attachment[];
  readonly quotedMessageId: string | null;
  /** Rises when another device changed it: give the composer a `key` of it, so that it shows that. */
  readonly revision: number;
  /** False until it was read from the device: don't let the editor overwrite it before. */
  readonly loaded: boolean;
  /** Kept here at once, on the server after a pause. A draft without anything in it is removed. */
  setText(text: string): void;
  setAttachments(attachments: readonly Attachment[]): void;
  setQuotedMessageId(messageId: string | null): void;
  /** Once sent: on all devices. */
  clear(): void;
  /** On every keystroke: what is being typed is not replaced from elsewhere. */
  touch(): void;
}

export interface Typing {
  /** Others typing there now. */
  readonly userIds: readonly string[];
  /** On every keystroke: tells the server at most every 3 s. */
  onType(): void;
  /** The composer was emptied or the message sent. */
  onStop(): void;
}
