import type { ComponentType } from 'react';

/** A file that was uploaded, as blocks refer to it. */
export interface UploadedFile {
  fileId: string;
  /** Where its bytes are, for everybody who can open the document. */
  url: string;
  name: string;
  /** Bytes. */
  size: number;
  mediaType: string;
}

export interface FoundPerson {
  id: string;
  name: string;
  title?: string | null;
  /** Where their picture is, if they have one. */
  avatarUrl?: string | null;
}

export interface FoundDocument {
  id: string;
  title: string;
}

export const EMBED_KINDS = ['message', 'file', 'meeting', 'poll', 'document', 'person'] as const;
export type EmbedKind = (typeof EMBED_KINDS)[number];

/** Something of ours that a document shows. Whether the reader may see it is asked of the server, each time. */
export interface EmbedRef {
  kind: EmbedKind;
  id: string;
}

export type LinkTarget = { kind: 'url'; url: string } | { kind: 'document'; documentId: string } | { kind: 'person'; userId: string };

/** All that the editor needs from outside. The same object as long as the editor lives. */
export interface EditorServices {
  /** Rejects with an error whose message can be shown. */
  uploadFile: (file: File) => Promise<UploadedFile>;
  /** Where the bytes of a file are for this reader, when not at the address that stands in the document. */
  fileUrl?: (url: string) => string;
  /** Best first, few. */
  searchPeople: (query: string) => Promise<readonly FoundPerson[]>;
  /** Best first, few. */
  searchDocuments: (query: string) => Promise<readonly FoundDocument[]>;
  /** This person mentioned somebody just now. */
  onMention: (userId: string) => void;
  openLink: (target: LinkTarget) => void;
  /** The address of a block of this document, to be copied. */
  blockUrl: (blockId: string) => string;
  /** The ref that an address within this installation stands for, null for any other. */
  refOfUrl: (url: string) => EmbedRef | null;
  /** The name of a person as it is now, as text. */
  PersonName: ComponentType<{ userId: string }>;
  /** The title of a document as it is now, as text; a neutral line when the reader may not see it. */
  DocumentTitle: ComponentType<{ documentId: string }>;
  /** Renders `fallback` when there is nothing to see, or the reader may not see it. */
  Embed: ComponentType<{ embed: EmbedRef; fallback: React.ReactNode }>;
}

/** Whoever edits, as the others see their cursor. The server stamps it over whatever a client says. */
export interface EditorUser {
  id: string;
  name: string;
  /** Six hexadecimal digits after `#`. */
  color: string;
}
