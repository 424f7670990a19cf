/**
 * The tree that a message's Markdown becomes. It is smaller than mdast on purpose: what a message
 * can't show (raw HTML, pictures from elsewhere, unsafe links) has no node, so no renderer can
 * show it by accident.
 */
export interface RichTextRoot {
  type: 'root';
  children: BlockNode[];
}

export type BlockNode =
  | ParagraphNode
  | HeadingNode
  | BlockquoteNode
  | CalloutNode
  | ListNode
  | CodeBlockNode
  | MathBlockNode
  | TableNode
  | ThematicBreakNode;

export type InlineNode =
  | TextNode
  | StrongNode
  | EmphasisNode
  | StrikeNode
  | SpoilerNode
  | InlineCodeNode
  | InlineMathNode
  | LinkNode
  | MentionNode
  | BreakNode;

export type RichTextNode = RichTextRoot | BlockNode | ListItemNode | TableRowNode | TableCellNode | InlineNode;

export interface ParagraphNode {
  type: 'paragraph';
  children: InlineNode[];
}

export interface HeadingNode {
  type: 'heading';
  depth: 1 | 2 | 3 | 4 | 5 | 6;
  children: InlineNode[];
}

export interface BlockquoteNode {
  type: 'blockquote';
  children: BlockNode[];
}

export const CALLOUT_KINDS = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type CalloutKind = (typeof CALLOUT_KINDS)[number];

/** A quote that begins with `[!NOTE]` or the like. */
export interface CalloutNode {
  type: 'callout';
  kind: CalloutKind;
  children: BlockNode[];
}

export interface ListNode {
  type: 'list';
  ordered: boolean;
  /** Number of the first item of an ordered list. */
  start: number;
  /** A loose list: its items stand apart, as paragraphs do. */
  spread: boolean;
  children: ListItemNode[];
}

export interface ListItemNode {
  type: 'listItem';
  /** null: not a task. */
  checked: boolean | null;
  children: BlockNode[];
}

export interface CodeBlockNode {
  type: 'code';
  language: string | null;
  value: string;
}

/** Math in LaTeX, set apart from the text. */
export interface MathBlockNode {
  type: 'math';
  value: string;
}

export type ColumnAlignment = 'left' | 'center' | 'right' | null;

export interface TableNode {
  type: 'table';
  align: ColumnAlignment[];
  /** The first row is the header. */
  children: TableRowNode[];
}

export interface TableRowNode {
  type: 'tableRow';
  children: TableCellNode[];
}

export interface TableCellNode {
  type: 'tableCell';
  children: InlineNode[];
}

export interface ThematicBreakNode {
  type: 'thematicBreak';
}

export interface TextNode {
  type: 'text';
  value: string;
}

export interface StrongNode {
  type: 'strong';
  children: InlineNode[];
}

export interface EmphasisNode {
  type: 'emphasis';
  children: InlineNode[];
}

export interface StrikeNode {
  type: 'strike';
  children: InlineNode[];
}

/** Hidden until the reader wants to see it. */
export interface SpoilerNode {
  type: 'spoiler';
  children: InlineNode[];
}

export interface InlineCodeNode {
  type: 'inlineCode';
  value: string;
}

/** Math in LaTeX, within a line. */
export interface InlineMathNode {
  type: 'inlineMath';
  value: string;
}

export interface LinkNode {
  type: 'link';
  /** Always http, https or mailto. */
  url: string;
  children: InlineNode[];
}

export type MentionNode = TargetMentionNode | EveryoneMentionNode | HereMentionNode;

export interface TargetMentionNode {
  type: 'mention';
  kind: 'user' | 'channel' | 'group';
  id: string;
  /** The name when the message was written, without `@` or `#`; show the present name where known. */
  label: string;
}

/** `@channel`: everybody in the conversation. */
export interface EveryoneMentionNode {
  type: 'mention';
  kind: 'everyone';
}

/** `@here`: those in the conversation who are there now. */
export interface HereMentionNode {
  type: 'mention';
  kind: 'here';
}

export interface BreakNode {
  type: 'break';
}
