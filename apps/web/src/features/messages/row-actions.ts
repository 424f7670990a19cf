import type { ListedMessage } from './listed-message.ts';

/** What a person can do with a message of the list. Stable between renders, so that rows aren't drawn again. */
export interface RowActions {
  mayEdit: (message: ListedMessage) => boolean;
  mayDelete: (message: ListedMessage) => boolean;
  /** Opens the editor in the row. */
  edit: (message: ListedMessage) => void;
  saveEdit: (message: ListedMessage, text: string) => void;
  cancelEdit: () => void;
  /** Shows it as deleted at once; it can be taken back for some seconds. */
  remove: (message: ListedMessage) => void;
  copyLink: (message: ListedMessage) => void;
  markUnread: (message: ListedMessage) => void;
  retry: (clientId: string) => void;
  discard: (clientId: string) => void;
}
