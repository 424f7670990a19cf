import type { Ref } from 'react';
import type { SuggestionSources } from './composer-suggestion-types.ts';

export interface ComposerHandle {
  focus: () => void;
}

export interface ComposerProps extends SuggestionSources {
  /** Names the text box for screen readers: "Message to …". */
  conversationName: string;
  placeholder?: string;
  /** Read once; give the composer a `key` per conversation. */
  initialMarkdown?: string;
  /** At each pause in writing, on leaving, and with '' once sent. */
  onChangeDraft?: (markdown: string) => void;
  /** Never empty, never longer than `maxLength`. */
  onSend: (markdown: string) => void;
  onTyping?: () => void;
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
