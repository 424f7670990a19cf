import type { CommentThread } from '@parvis/contracts';
import { useEffect, useEffectEvent, useState } from 'react';
import type { EditorHandle } from '../editor/index.ts';
import type { NewComment } from './comments-pane.tsx';

/** Of the words that are about to be commented. */
const DRAFT = 'draft';

interface Marked {
  editor: EditorHandle | null;
  threads: readonly CommentThread[];
  active: string | null;
  writing: NewComment | null;
  onClick: (threadId: string) => void;
}

/** Marks in the text what its open threads are about. Answers where each begins. */
export function useCommentMarks({ editor, threads, active, writing, onClick }: Marked): ReadonlyMap<string, number> {
  const [places, setPlaces] = useState<ReadonlyMap<string, number>>(new Map());
  const clicked = useEffectEvent((id: string) => { if (id !== DRAFT) onClick(id); });
  useEffect(() => editor?.comments.onClick((id) => clicked(id)), [editor]);
  useEffect(() => {
    if (editor === null) return;
    const shown = threads.flatMap(({ id, anchor, resolvedAt }) => (anchor !== null && (resolvedAt === null || id === active) ? [{ id, anchor }] : []));
    const draft = writing?.anchor ? [{ id: DRAFT, anchor: writing.anchor }] : [];
    editor.comments.show([...shown, ...draft], draft.length > 0 ? DRAFT : active);
    setPlaces(editor.comments.places());
  }, [editor, threads, active, writing]);
  return places;
}
