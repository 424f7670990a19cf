import type { MentionTarget } from '@parvis/rich-text';

/** What rendering needs to know of the reader and of the people and channels that are known here. */
export interface MarkdownContext {
  currentUserId: string;
  /** A person as known now; when unknown, the name in the message is shown. */
  resolveUser?: ((id: string) => { name: string } | undefined) | undefined;
  resolveChannel?: ((id: string) => { name: string | null } | undefined) | undefined;
  /** Makes mentions buttons that lead to the person or channel. */
  onOpenMention?: ((target: MentionTarget) => void) | undefined;
}
