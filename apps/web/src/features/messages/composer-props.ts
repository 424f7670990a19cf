import type { ReactNode, Ref } from 'react';
import type { SuggestionSources } from './composer-suggestion-types.ts';

export interface ComposerHandle {
  focus: () => void;
  /** As Enter does. */
  send: () => void;
}

export interface ComposerProps extends SuggestionSources {
  /** Names the text box for screen readers: "Message to …". */
  conversationName: string;
  /** Names it altogether, where what is written is no message. */
  label?: string;
  placeholder?: string;
  /** Read once; give the composer a `key` per conversation. */
  initialMarkdown?: string;
  /** At each pause in writing, on leaving, and with '' once sent. */
  onChangeDraft?: (markdown: string) => void;
  /** Never longer than `maxLength`; empty only when `filled`. */
  onSend: (markdown: string) => void;
  /** Null: it is no command. Else whether it was run: if not, the text stays. */
  onCommand?: (markdown: string) => Promise<boolean> | null;
  onTyping?: () => void;
  /** Shown above the text: attached files, the message that is quoted. */
  above?: ReactNode;
  /** Further tools beside the emoji picker. */
  tools?: ReactNode;
  /** One of them is at work, and would lose it by being drawn anew. */
  toolBusy?: boolean;
  /** Further ways of sending, beside Send. */
  sendOptions?: (canSend: boolean) => ReactNode;
  /** There is something to send besides text. */
  filled?: boolean;
  /** Something isn't ready to be sent: it is told instead, and the text stays. */
  onHold?: (() => void) | undefined;
  /** A message is being changed: Save and Cancel instead of Send, focus at once. */
  editing?: boolean;
  onCancel?: () => void;
  /** Arrow up in an empty composer: change my last message. */
  onArrowUp?: () => void;
  disabled?: boolean;
  autoFocus?: boolean;
  maxLength?: number;
  ref?: Ref<ComposerHandle>;
}
