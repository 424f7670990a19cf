import type { ListedMessage } from './listed-message.ts';

/** What a person can do with a message of the list. Stable between renders, so that rows aren't drawn again. */
export interface RowActions {
  mayEdit: (message: ListedMessage) => boolean;
  mayDelete: (message: ListedMessage) => boolean;
  /** Opens the editor in the row. */
  edit: (message: ListedMessage) => void;
  /** Shows the new text at once; when the server refuses it, the editor opens with it again. */
  saveEdit: (message: ListedMessage, text: string) => void;
  cancelEdit: (message: ListedMessage) => void;
  /** Shows it as deleted at once; it can be taken back for some seconds. */
  remove: (message: ListedMessage) => void;
  copyLink: (message: ListedMessage) => void;
  markUnread: (message: ListedMessage) => void;
  retry: (clientId: string) => void;
  discard: (clientId: string) => void;
}
