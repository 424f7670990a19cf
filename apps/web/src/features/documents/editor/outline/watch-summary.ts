import type { DocumentBlockNote } from '../document-schema.ts';
import { sameSummary, summarise } from './summary.ts';
import type { DocumentSummary } from './summary.ts';

/** Milliseconds after a change at which the summary is right at the latest. */
const LATEST = 500;
// Safari has no such callback yet.
const whenIdle = (run: () => void): (() => void) => {
  if ('requestIdleCallback' in window) {
    const id = requestIdleCallback(run, { timeout: LATEST });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(run, LATEST);
  return () => clearTimeout(id);
};

export interface SummaryWatch {
  get: () => DocumentSummary;
  subscribe: (listener: () => void) => () => void;
  stop: () => void;
}

/** Follows what a document holds without making anybody's keys wait for it. */
export function watchSummary(editor: DocumentBlockNote): SummaryWatch {
  const listeners = new Set<() => void>();
  let summary = summarise(editor.prosemirrorState.doc);
  let cancel: (() => void) | null = null;
  const update = () => {
    cancel = null;
    const next = summarise(editor.prosemirrorState.doc);
    if (sameSummary(summary, next)) return;
    summary = next;
    for (const listener of listeners) listener();
  };
  const onUpdate = () => {
    cancel ??= whenIdle(update);
  };
  editor._tiptapEditor.on('update', onUpdate);
  return {
    get: () => summary,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      editor._tiptapEditor.off('update', onUpdate);
      cancel?.();
    },
  };
}
