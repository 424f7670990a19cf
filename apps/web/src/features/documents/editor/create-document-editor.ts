import { BlockNoteEditor } from '@blocknote/core';
import { withCollaboration } from '@blocknote/core/yjs';
import { multiColumnDropCursor } from '@blocknote/xl-multi-column';
import type { Language } from '@parvis/contracts';
import { isSafeUrl } from '@parvis/rich-text';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { styleNonce } from '../../../app/style-nonce.ts';
import { boundedChanges } from './bounded-changes.ts';
import { QuickBindingExtension } from './binding/quick-binding.ts';
import { renderCursor } from './binding/render-cursor.ts';
import { CodeColoursExtension } from './blocks/code-colours.ts';
import { MathShortcutExtension } from './blocks/math-shortcut.ts';
import { CommentMarksExtension } from './comments/comment-marks.ts';
import { editorDictionary } from './dictionary.ts';
import { documentSchema, FRAGMENT_NAME } from './document-schema.ts';
import type { DocumentBlockNote } from './document-schema.ts';
import { openLink } from './open-link.ts';
import { DropFilesExtension } from './paste/drop-files.ts';
import { handlePaste } from './paste/paste.ts';
import { FindExtension } from './find/find-extension.ts';
import { BlockKeysExtension } from './menus/block-keys.ts';
import { GoOnBelowExtension } from './menus/go-on-below.ts';
import type { EditorServices, EditorUser } from './editor-services.ts';

export interface DocumentEditorOptions {
  /** Synchronised by its owner; the editor only reads and writes it. */
  doc: Y.Doc;
  awareness: Awareness;
  language: Language;
  user: EditorUser;
  services: EditorServices;
  /** For what is dropped and pasted, of which nobody else says that it failed. */
  onUploadFailed?: (file: File) => void;
  /** More was put in at once than can be saved: it was left out. */
  onTooLarge?: () => void;
}

/** An editor bound to a Y.Doc. Creating it, and showing it, writes nothing into the Y.Doc. */
export function createDocumentEditor({ doc, awareness, language, user, services, onUploadFailed, onTooLarge }: DocumentEditorOptions): DocumentBlockNote {
  return BlockNoteEditor.create(
    withCollaboration({
      schema: documentSchema,
      dictionary: editorDictionary(language),
      animations: false,
      domAttributes: { editor: { 'aria-multiline': 'true', role: 'textbox', lang: language } },
      extensions: [QuickBindingExtension(), CodeColoursExtension(), MathShortcutExtension(), FindExtension(), BlockKeysExtension(), GoOnBelowExtension(), DropFilesExtension(), CommentMarksExtension(), boundedChanges(() => onTooLarge?.())()],
      uploadFile: async (file: File) => {
        try {
          const { url, name, fileId, mediaType, size } = await services.uploadFile(file);
          return { props: { url, name, fileId, mediaType, size } };
        } catch (error) {
          onUploadFailed?.(file);
          throw error;
        }
      },
      ...(services.fileUrl && { resolveFileUrl: (url: string) => Promise.resolve(services.fileUrl?.(url) ?? url) }),
      pasteHandler: (pasted) => handlePaste(pasted as unknown as Parameters<typeof handlePaste>[0], services),
      links: { isValidLink: isSafeUrl, onClick: (event) => openLink(event, services) },
      dropCursor: multiColumnDropCursor,
      tables: { splitCells: true, cellBackgroundColor: true, cellTextColor: true, headers: true },
      collaboration: { fragment: doc.getXmlFragment(FRAGMENT_NAME), provider: { awareness }, user: { ...user }, renderCursor, showCursorLabels: 'activity' },
      // Of Tiptap's own style element our style sheet has the rules; BlockNote's says what an empty block is for.
      _tiptapOptions: { injectCSS: false, ...(styleNonce !== '' && { injectNonce: styleNonce }) },
    }),
  ) as DocumentBlockNote;
}
