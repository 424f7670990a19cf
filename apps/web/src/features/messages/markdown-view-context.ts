import type { MentionTarget } from '@parvis/rich-text';

/** What rendering needs to know of the reader and of the people and channels that are known here. */
export interface MarkdownContext {
  currentUserId: string;
  /** The name of a person now; when it is unknown, the name in the message is shown. */
  resolveUser?: ((id: string) => string | undefined) | undefined;
  resolveChannel?: ((id: string) => string | undefined) | undefined;
  /** Makes mentions buttons that lead to the person or channel. */
  onOpenMention?: ((target: MentionTarget) => void) | undefined;
}
