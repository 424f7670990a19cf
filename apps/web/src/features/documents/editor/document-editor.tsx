import { BlockNoteView } from '@blocknote/mantine';
import '@blocknote/mantine/blocknoteStyles.css';
import { useComputedColorScheme } from '@mantine/core';
import { useMemo } from 'react';
import { codeColours } from '../../rich-content/index.ts';
import { createDocumentEditor } from './create-document-editor.ts';
import type { DocumentEditorOptions } from './create-document-editor.ts';
import './document-editor.css';
import { EditorServicesContext } from './editor-context.ts';
import { EditorMenus } from './menus/editor-menus.tsx';

export interface DocumentEditorProps extends DocumentEditorOptions {
  editable: boolean;
}

/**
 * Shows a document and lets people edit it. What it is given stays the same while it is shown, but for
 * `editable`: another document is another component (`key`).
 */
export function DocumentEditor({ editable, ...options }: DocumentEditorProps) {
  const { doc, awareness, language, user, services, label } = options;
  const editor = useMemo(() => createDocumentEditor({ doc, awareness, language, user, services, label }), [doc, awareness, language, user, services, label]);
  const scheme = useComputedColorScheme('light');
  return (
    <EditorServicesContext value={services}>
      <BlockNoteView className={`pv-document ${codeColours.colours}`} editor={editor} editable={editable} theme={scheme} slashMenu={false} emojiPicker={false} comments={false}>
        {editable && <EditorMenus editor={editor} />}
      </BlockNoteView>
    </EditorServicesContext>
  );
}
