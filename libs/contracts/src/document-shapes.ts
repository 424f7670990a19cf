import * as z from 'zod/mini';
import { customEmojiId, normaliseEmoji } from './emoji.ts';
import { id, instant, seq } from './fields.ts';
import { LIMITS } from './limits.ts';

/** `text`: written in the editor. `whiteboard`: drawn. Both are Yjs documents. */
export const documentKind = z.enum(['text', 'whiteboard']);
export type DocumentKind = z.infer<typeof documentKind>;

/**
 * What somebody is to a document; each may all that the ones before it may. `manager`: shares, moves
 * and removes it.
 */
export const documentRole = z.enum(['reader', 'commenter', 'editor', 'manager']);
export type DocumentRole = z.infer<typeof documentRole>;
/** What others may be given. */
export const grantRole = documentRole;
/** What everybody in the organisation who has the address may. */
export const linkAccess = z.enum(['none', 'reader', 'commenter', 'editor']);
export type LinkAccess = z.infer<typeof linkAccess>;

export const documentTitle = z.string().check(z.trim(), z.maxLength(LIMITS.documentTitle));
/** An emoji, or the organisation's own by its key. */
export const documentIcon = z.string().check(z.maxLength(64), z.refine((icon) => normaliseEmoji(icon) !== null || customEmojiId(icon) !== null, 'must be an emoji'));

export const documentSchema = z.strictObject({
  id,
  kind: documentKind,
  /** May be empty: it has none yet. */
  title: z.string(),
  /** An emoji. */
  icon: z.nullable(z.string()),
  /** Its home: a conversation, whose people may write in it; null: it is its owner's own. A document below another has the home of that. */
  channelId: z.nullable(id),
  ownerId: z.nullable(id),
  parentId: z.nullable(id),
  /** Orders it among those beside it: compared as strings of ASCII. */
  position: z.string(),
  /** Whoever may something in what is above it (its parent, or its conversation) may it here too. */
  inheritsAccess: z.boolean(),
  linkAccess,
  /** Anybody with its public address reads it, without an account. */
  published: z.boolean(),
  /** Offered when a new document is made in its home. */
  template: z.boolean(),
  createdBy: z.nullable(id),
  createdAt: instant,
  /** Of its content, title or icon. */
  updatedAt: instant,
  updatedBy: z.nullable(id),
  /** In the trash since then, by itself or with a document above it. */
  trashedAt: z.nullable(instant),
});
export type Document = z.infer<typeof documentSchema>;

/** A document, and what I am to it. */
export const seenDocumentSchema = z.strictObject({
  document: documentSchema,
  role: documentRole,
  favourite: z.boolean(),
  /** It has documents below it that aren't in the trash. */
  hasChildren: z.boolean(),
});
export type SeenDocument = z.infer<typeof seenDocumentSchema>;

/** As far as a path, a link to it or a list of titles goes. */
export const documentNameSchema = z.strictObject({ id, kind: documentKind, title: z.string(), icon: z.nullable(z.string()) });
export type DocumentName = z.infer<typeof documentNameSchema>;

export const documentGrantSchema = z.strictObject({
  /** One of both. */
  userId: z.nullable(id),
  groupId: z.nullable(id),
  role: grantRole,
  /** The document above that it comes from; null: it was given here. */
  inheritedFrom: z.nullable(id),
});
export type DocumentGrant = z.infer<typeof documentGrantSchema>;

/** Who may what, as its managers see it. */
export const documentAccessSchema = z.strictObject({
  inheritsAccess: z.boolean(),
  linkAccess,
  published: z.boolean(),
  /** Path of the public page, below the server's address; null when it isn't published. */
  publicPath: z.nullable(z.string()),
  grants: z.array(documentGrantSchema),
});
export type DocumentAccess = z.infer<typeof documentAccessSchema>;

/** The piece of a text document that a comment is about, as Yjs relative positions in base64; null: the whole document. */
export const commentAnchorSchema = z.strictObject({
  start: z.string().check(z.maxLength(400)),
  end: z.string().check(z.maxLength(400)),
});
export type CommentAnchor = z.infer<typeof commentAnchorSchema>;

export const documentCommentSchema = z.strictObject({
  id,
  authorId: id,
  /** Markdown, as messages are; empty once deleted. */
  text: z.string(),
  createdAt: instant,
  editedAt: z.nullable(instant),
  deletedAt: z.nullable(instant),
});
export type DocumentComment = z.infer<typeof documentCommentSchema>;

export const commentThreadSchema = z.strictObject({
  id,
  anchor: z.nullable(commentAnchorSchema),
  /** The words that it was about when it was written. */
  quote: z.string(),
  resolvedAt: z.nullable(instant),
  resolvedBy: z.nullable(id),
  /** Oldest first; at least one. */
  comments: z.array(documentCommentSchema),
});
export type CommentThread = z.infer<typeof commentThreadSchema>;

/** A stretch of writing without a longer pause. */
export const historyEntrySchema = z.strictObject({
  /** The document as it was after the update of this seq. */
  seq,
  fromSeq: seq,
  startedAt: instant,
  endedAt: instant,
  authorIds: z.array(id),
  /** Given to the moment of `seq`. */
  name: z.nullable(z.string()),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const documentVersionSchema = z.strictObject({ id, seq, name: z.string(), createdBy: z.nullable(id), createdAt: instant, at: instant });
export type DocumentVersion = z.infer<typeof documentVersionSchema>;

/** Somebody called me in a document, or in a comment on it. */
export const documentMentionSchema = z.strictObject({
  document: documentNameSchema,
  /** Of the mention in the text, or of the comment. */
  key: id,
  /** Null: of an account that is gone. */
  byUserId: z.nullable(id),
  at: instant,
  /** Words around it. */
  excerpt: z.string(),
  seenAt: z.nullable(instant),
});
export type DocumentMention = z.infer<typeof documentMentionSchema>;
