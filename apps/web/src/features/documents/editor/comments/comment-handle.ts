import type { CommentAnchor } from '@parvis/contracts';
import type { DocumentBlockNote } from '../document-schema.ts';
import { type CommentMark, selectedPiece } from './anchors.ts';
import { onMarkClick, placesOf, scrollToMark, showMarks } from './comment-marks.ts';

/** What the page's comments can do with the text. */
export interface CommentHandle {
  /** The words that are selected; null when none are. */
  selected: () => { anchor: CommentAnchor; quote: string } | null;
  /** Marks these pieces and no others; `active` more than the rest. */
  show: (marks: readonly CommentMark[], active: string | null) => void;
  /** Where each mark begins, to put them into the order of the text; those whose words are gone are missing. */
  places: () => Map<string, number>;
  onClick: (listener: (id: string) => void) => () => void;
  /** False when its words are gone. */
  scrollTo: (id: string) => boolean;
}

export function createCommentHandle(editor: DocumentBlockNote): CommentHandle {
  const view = () => editor.prosemirrorView;
  return {
    selected: () => selectedPiece(view()),
    show: (marks, active) => showMarks(view(), { marks, active }),
    places: () => placesOf(editor.prosemirrorState),
    onClick: (listener) => onMarkClick(view(), listener),
    scrollTo: (id) => scrollToMark(view(), id),
  };
}
