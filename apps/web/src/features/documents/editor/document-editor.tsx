import { BlockNoteView } from '@blocknote/mantine';
import '@blocknote/mantine/blocknoteStyles.css';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { codeColours } from '../../rich-content/index.ts';
import { createDocumentEditor } from './create-document-editor.ts';
import type { DocumentEditorOptions } from './create-document-editor.ts';
import { createEditorHandle } from './create-editor-handle.ts';
import './document-editor.css';
import { EditorServicesContext } from './editor-context.ts';
import type { EditorHandle } from './editor-handle.ts';
import { FindBar } from './find/find-bar.tsx';
import { EditorMenus } from './menus/editor-menus.tsx';
import { watchSummary } from './outline/watch-summary.ts';

export interface DocumentEditorProps extends DocumentEditorOptions {
  editable: boolean;
  /** Called when it is shown, and with null when it goes. */
  onReady?: (handle: EditorHandle | null) => void;
}

/**
 * Shows a document and lets people edit it. What it is given stays the same while it is shown, but for
 * `editable`: another document is another component (`key`).
 */
export function DocumentEditor({ editable, onReady, ...options }: DocumentEditorProps) {
  const { doc, awareness, language, user, services, label } = options;
  const editor = useMemo(() => createDocumentEditor({ doc, awareness, language, user, services, label }), [doc, awareness, language, user, services, label]);
  const scheme = useComputedColorScheme('light');
  /** What to find first; null while nothing is looked for. */
  const [finding, setFinding] = useState<string | null>(null);
  const ready = useEffectEvent((handle: EditorHandle | null) => onReady?.(handle));

  useEffect(() => {
    const summary = watchSummary(editor);
    ready(createEditorHandle(editor, summary, () => setFinding(editor.getSelectedText())));
    return () => {
      ready(null);
      summary.stop();
    };
  }, [editor]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'f') return;
    event.preventDefault();
    setFinding(editor.getSelectedText());
  };
  const closeFind = () => {
    setFinding(null);
    editor.focus();
  };
  return (
    <EditorServicesContext value={services}>
      <div onKeyDown={onKeyDown}>
        {finding !== null && <FindBar key={finding} editor={editor} initial={finding} editable={editable} onClose={closeFind} />}
        <BlockNoteView className={`pv-document ${codeColours.colours}`} editor={editor} editable={editable} theme={scheme} formattingToolbar={false} sideMenu={false} slashMenu={false} emojiPicker={false} comments={false}>
          {editable && <EditorMenus editor={editor} finding={finding !== null} />}
        </BlockNoteView>
      </div>
    </EditorServicesContext>
  );
}
