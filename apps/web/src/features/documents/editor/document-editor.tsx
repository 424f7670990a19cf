import { BlockNoteView } from '@blocknote/mantine';
import '@blocknote/mantine/blocknoteStyles.css';
import { useComputedColorScheme } from '@mantine/core';
import { useToasts } from '@parvis/ui';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { codeColours } from '../../rich-content/index.ts';
import { createDocumentEditor } from './create-document-editor.ts';
import type { DocumentEditorOptions } from './create-document-editor.ts';
import { createEditorHandle } from './create-editor-handle.ts';
import './document-colours.css';
import './document-editor.css';
import { EditorServicesContext } from './editor-context.ts';
import type { EditorHandle } from './editor-handle.ts';
import { FindBar } from './find/find-bar.tsx';
import { EditorMenus } from './menus/editor-menus.tsx';
import { watchSummary } from './outline/watch-summary.ts';

export interface DocumentEditorProps extends Omit<DocumentEditorOptions, 'onUploadFailed' | 'onTooLarge'> {
  editable: boolean;
  /** Accessible name of the text. */
  label: string;
  /** Called when it is shown, and with null when it goes. */
  onReady?: (handle: EditorHandle | null) => void;
}

/**
 * Shows a document and lets people edit it. Of what it is given, `editable` and `label` may change while it is
 * shown: anything else makes another editor.
 */
export function DocumentEditor({ editable, label, onReady, ...options }: DocumentEditorProps) {
  const { doc, awareness, language, user, services } = options;
  const { t } = useTranslation('document');
  const { show } = useToasts();
  const editor = useMemo(() => {
    const onUploadFailed = ({ name }: File) => show({ message: t('upload.failedFor', { name }), tone: 'error' });
    const onTooLarge = () => show({ id: 'document-too-large', message: t('tooLarge'), tone: 'error' });
    return createDocumentEditor({ doc, awareness, language, user, services, onUploadFailed, onTooLarge });
  }, [doc, awareness, language, user, services, show, t]);
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

  useEffect(() => editor.domElement?.setAttribute('aria-label', label), [editor, label]);

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
        <BlockNoteView className={`pv-document ${codeColours.colours}`} editor={editor} editable={editable} theme={scheme} filePanel={false} formattingToolbar={false} sideMenu={false} slashMenu={false} emojiPicker={false} comments={false}>
          {editable && <EditorMenus editor={editor} finding={finding !== null} />}
        </BlockNoteView>
      </div>
    </EditorServicesContext>
  );
}
