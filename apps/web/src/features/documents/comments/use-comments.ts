import type { CommentThread } from '@parvis/contracts';
import { useEffect, useEffectEvent, useState } from 'react';
import type { EditorHandle } from '../editor/index.ts';
import { useCommentThreads } from './comment-queries.ts';
import type { NewComment } from './comments-pane.tsx';
import { useCommentMarks } from './use-comment-marks.ts';

const NONE: readonly CommentThread[] = [];

interface CommentsOptions {
  documentId: string;
  editor: EditorHandle | null;
  /** Commenting is possible now. */
  mayComment: boolean;
  /** Shows the comments. */
  onShow: () => void;
}

/** Threads of a document, the one that is looked at, what is being written, and their marks in the text. Ctrl or Cmd + Alt + M comments what is selected. */
export function useComments({ documentId, editor, mayComment, onShow }: CommentsOptions) {
  const { data: threads, error } = useCommentThreads(documentId);
  const [active, setActive] = useState<string | null>(null);
  const [writing, setWriting] = useState<NewComment | null>(null);
  const places = useCommentMarks({
    editor, threads: threads ?? NONE, active, writing,
    onClick: (id) => {
      setActive(id);
      onShow();
    },
  });
  const onNew = () => {
    setWriting(editor?.comments.selected() ?? { anchor: null, quote: '' });
    setActive(null);
    onShow();
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!mayComment || !event.altKey || !(event.ctrlKey || event.metaKey) || event.code !== 'KeyM') return;
    event.preventDefault();
    onNew();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return {
    threads, error, places, active, writing, onWriting: setWriting, onNew,
    onActivate: ({ id }: CommentThread) => {
      setActive(id);
      editor?.comments.scrollTo(id);
    },
  };
}
export type Comments = ReturnType<typeof useComments>;
