import { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEffect, useEffectEvent, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { editorDocument } from './composer-document.ts';
import { composerExtensions } from './composer-extensions.ts';
import { linkSelection, pasteAsSource, pastedHtml, pastedText } from './composer-paste.ts';
import { sourceDocument, sourceExtensions } from './composer-source.ts';

interface ComposerEditorOptions {
  host: RefObject<HTMLElement | null>;
  initialMarkdown: string;
  /** Edits the Markdown source. */
  source: boolean;
  placeholder: string;
  editable: boolean;
  autoFocus: boolean;
  onKeyDown: (event: KeyboardEvent) => boolean;
  onChange: () => void;
}

/** A Tiptap editor that lives as long as the component, in the host element. */
export function useComposerEditor(options: ComposerEditorOptions): Editor {
  const { host, autoFocus, editable, placeholder } = options;
  const onKeyDown = useEffectEvent(options.onKeyDown);
  const onChange = useEffectEvent(options.onChange);
  const [{ editor, texts }] = useState(() => createEditor(options));

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    editor.mount(element);
    editor.setOptions({
      editorProps: {
        // The editor would call every Escape its own, and nothing around it could close any more.
        handleDOMEvents: {
          keydown: (_view, event) => {
            if (event.key !== 'Escape' || event.isComposing) return false;
            if (onKeyDown(event)) event.preventDefault();
            return true;
          },
        },
        handleKeyDown: (_view, event) => onKeyDown(event),
        handlePaste: (_view, { clipboardData }) =>
          pasteAsSource(editor, clipboardData?.getData('text/html') ?? '') || linkSelection(editor, clipboardData?.getData('text/plain') ?? ''),
        clipboardTextParser: pastedText,
        transformPastedHTML: pastedHtml,
      },
    });
    const changed = () => onChange();
    editor.on('update', changed);
    if (autoFocus) {
      editor.commands.setTextSelection(editor.state.doc.content.size);
      // At once: Tiptap's own focus command waits for a frame, in which keys would be lost.
      editor.view.focus();
    }
    return () => {
      editor.off('update', changed);
      editor.unmount();
    };
  }, [editor, host, autoFocus]);

  useEffect(() => {
    if (editor.isEditable !== editable) editor.setEditable(editable, false);
    texts.placeholder = placeholder;
    // The decoration that shows the placeholder is made anew by any transaction.
    editor.view.dispatch(editor.state.tr);
  }, [editor, texts, editable, placeholder]);
  return editor;
}

function createEditor({ initialMarkdown, source, placeholder, editable }: ComposerEditorOptions) {
  const texts = { placeholder };
  const editor = new Editor({
    element: null,
    extensions: (source ? sourceExtensions : composerExtensions)(() => texts.placeholder),
    content: (source ? sourceDocument : editorDocument)(initialMarkdown),
    editable,
    // Theirs take minutes for some texts, and also change what is to be pasted plain: see composer-paste.ts.
    enablePasteRules: false,
    // Its style element would need a hole in the Content-Security-Policy; our style sheet has the rules.
    injectCSS: false,
    coreExtensionOptions: { clipboardTextSerializer: { blockSeparator: '\n' } },
  });
  return { editor, texts };
}

/** Sets attributes of the text box, as they are now; undefined removes one. */
export function useTextBoxAttributes(editor: Editor, attributes: Record<string, string | undefined>): void {
  useLayoutEffect(() => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) editor.view.dom.removeAttribute(name);
      else editor.view.dom.setAttribute(name, value);
    }
  });
}

/** Whether there is nothing to send: no text, no mention, no code. */
export function isBlank(document: Node): boolean {
  let blank = true;
  document.descendants((node) => {
    if (node.isText ? node.text?.trim() : node.isAtom && node.type.name !== 'hardBreak') blank = false;
    return blank;
  });
  return blank;
}

/** Renders again when what `read` returns of the editor has changed. */
export function useEditorValue<Value extends string | number | boolean>(editor: Editor, read: (editor: Editor) => Value): Value {
  const [subscribe] = useState(() => (listener: () => void) => {
    editor.on('transaction', listener);
    return () => {
      editor.off('transaction', listener);
    };
  });
  return useSyncExternalStore(subscribe, () => read(editor));
}
