import type { Editor } from '@tiptap/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { markdownFromEditor } from './composer-document.ts';
import { isSourceEditor, markdownFromSource } from './composer-source.ts';

/** Writing a long message as Markdown takes longer than a key stroke may: it waits for a pause. */
const PAUSE_MS = 250;

class PausingDraft {
  onPause: ((markdown: string) => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly editor: Editor;

  constructor(editor: Editor) {
    this.editor = editor;
  }

  read(): string {
    return (isSourceEditor(this.editor) ? markdownFromSource : markdownFromEditor)(this.editor.getJSON());
  }

  changed(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), PAUSE_MS);
  }

  /** Hands over what waits, at once. */
  flush(): void {
    if (this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.onPause?.(this.read());
  }
}

/** Hands over the Markdown of what is being written at each pause, and on leaving. */
export function useComposerDraft(editor: Editor, onChangeDraft: (markdown: string) => void) {
  const [draft] = useState(() => new PausingDraft(editor));
  const [length, setLength] = useState(() => draft.read().length);
  const onPause = useEffectEvent((markdown: string) => {
    setLength(markdown.length);
    onChangeDraft(markdown);
  });
  useEffect(() => {
    draft.onPause = (markdown) => onPause(markdown);
    const onLeave = () => draft.flush();
    // Before those who write down what they were handed.
    document.addEventListener('visibilitychange', onLeave, { capture: true });
    // Browsers call these in the order in which they were added: those who write must also take what comes later.
    window.addEventListener('pagehide', onLeave);
    return () => {
      document.removeEventListener('visibilitychange', onLeave, { capture: true });
      window.removeEventListener('pagehide', onLeave);
      draft.flush();
    };
  }, [draft]);
  /** `length`: of the Markdown at the last pause. */
  return { draft, length };
}
