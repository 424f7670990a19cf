import type { ListedMessage } from './listed-message.ts';

/** What a person can do with a message of the list. Stable between renders, so that rows aren't drawn again. */
export interface RowActions {
  /** The thread that the list is of; null for a conversation's own. */
  threadId: string | null;
  mayReply: (message: ListedMessage) => boolean;
  /** Opens its thread beside the conversation. */
  reply: (message: ListedMessage) => void;
  mayQuote: (message: ListedMessage) => boolean;
  /** What is written next here answers it. */
  quote: (message: ListedMessage) => void;
  /** Shows another message of the conversation. */
  goTo: (messageId: string) => void;
  mayEdit: (message: ListedMessage) => boolean;
  mayDelete: (message: ListedMessage) => boolean;
  /** Opens the editor in the row. */
  edit: (message: ListedMessage) => void;
  /** Shows the new text at once; when the server refuses it, the editor opens with it again. */
  saveEdit: (message: ListedMessage, text: string) => void;
  cancelEdit: (message: ListedMessage) => void;
  /** Shows it as deleted at once; it can be taken back for some seconds. */
  remove: (message: ListedMessage) => void;
  mayReact: (message: ListedMessage) => boolean;
  /** Reacts, or takes the reaction back. */
  react: (message: ListedMessage, emoji: string) => void;
  mayPin: (message: ListedMessage) => boolean;
  setPinned: (message: ListedMessage, on: boolean) => void;
  mayTick: (message: ListedMessage) => boolean;
  /** Shows the box ticked or not at once. */
  tick: (message: ListedMessage, index: number, done: boolean) => void;
  maySeeHistory: (message: ListedMessage) => boolean;
  showHistory: (message: ListedMessage) => void;
  showReactors: (message: ListedMessage) => void;
  copyLink: (message: ListedMessage) => void;
  /** As people read it, without the signs of Markdown. */
  copyText: (message: ListedMessage) => void;
  markUnread: (message: ListedMessage) => void;
  retry: (clientId: string) => void;
  discard: (clientId: string) => void;
}
