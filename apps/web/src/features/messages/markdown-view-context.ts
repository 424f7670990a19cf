import type { ListItemNode, MentionTarget } from '@parvis/rich-text';

/** What rendering needs to know of the reader and of the people and channels that are known here. */
export interface MarkdownContext {
  currentUserId: string;
  /** A person as known now; when unknown, the name in the message is shown. */
  resolveUser?: ((id: string) => { name: string } | undefined) | undefined;
  resolveChannel?: ((id: string) => { name: string | null } | undefined) | undefined;
  /** A group of people as known now. */
  resolveGroup?: ((id: string) => { name: string } | undefined) | undefined;
  /** The group that calls the reader, as far as that is known. */
  callingGroupId?: string | null | undefined;
  /** False: the message's `@channel` calls nobody. */
  callsAll?: boolean | undefined;
  /** Makes mentions buttons that lead to the person or channel. */
  onOpenMention?: ((target: MentionTarget) => void) | undefined;
  /** False for a mention that leads nowhere: it stays a word. */
  mayOpenMention?: ((target: MentionTarget) => boolean) | undefined;
  /** Makes the boxes of tasks work. `index` counts from 0 in the order of the text, as `tickTask` of `@parvis/rich-text` does. */
  onTickTask?: ((index: number, checked: boolean) => void) | undefined;
  /** Address of the picture of an emoji that people here added; null when there is none of that name. */
  customEmoji?: ((name: string) => string | null) | undefined;
}

export interface RenderContext extends MarkdownContext {
  /** Which task of the message an item is. */
  tasks: ReadonlyMap<ListItemNode, number>;
}
