/** The editor of documents: give it a Y.Doc and what it needs from outside. It loads when it is shown. */
import { onDemand } from '../../../app/load-screen.ts';

export const DocumentEditor = onDemand(async () => (await import('./document-editor.tsx')).DocumentEditor);
export { useDocumentSummary } from './editor-handle.ts';
export type { CommentMark } from './comments/anchors.ts';
export type { CommentHandle } from './comments/comment-handle.ts';
export type { EditorHandle } from './editor-handle.ts';
export { DocumentFoot } from './outline/document-foot.tsx';
export { DocumentOutline, WordCount } from './outline/document-outline.tsx';
export type { DocumentSummary, OutlineEntry } from './outline/summary.ts';
export { EMBED_KINDS } from './editor-services.ts';
export type { DocumentEditorProps } from './document-editor.tsx';
export type { EditorServices, EditorUser, EmbedKind, EmbedRef, FoundDocument, FoundPerson, LinkTarget, UploadedFile } from './editor-services.ts';
