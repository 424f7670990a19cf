import type { CommentAnchor } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts/limits';
import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { fromBase64, toBase64 } from 'lib0/buffer';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from 'y-prosemirror';
import type { ProsemirrorBinding } from 'y-prosemirror';
import * as Y from 'yjs';

export interface CommentMark {
  id: string;
  anchor: CommentAnchor;
}

interface Sync {
  doc: Y.Doc;
  type: Y.XmlFragment;
  binding: ProsemirrorBinding | null;
}

const encode = (position: Y.RelativePosition): string => toBase64(Y.encodeRelativePosition(position));

/** The piece of the text that is selected, by places that stay with the words; null when nothing is. */
export function selectedPiece(view: EditorView): { anchor: CommentAnchor; quote: string } | null {
  const { state } = view;
  const sync = ySyncPluginKey.getState(state) as Sync | undefined;
  const { from, to } = selectionIn(view);
  const quote = state.doc.textBetween(from, to, ' ', ' ').trim();
  if (from >= to || quote === '' || !sync?.binding) return null;
  const { type, binding: { mapping } } = sync;
  const start = absolutePositionToRelativePosition(from, type, mapping) as Y.RelativePosition;
  // Behind its last letter, not before the next one: what is written after it does not belong to it.
  const last = absolutePositionToRelativePosition(to - 1, type, mapping) as Y.RelativePosition;
  const end = last.item ? new Y.RelativePosition(null, null, last.item, -1) : (absolutePositionToRelativePosition(to, type, mapping) as Y.RelativePosition);
  return { anchor: { start: encode(start), end: encode(end) }, quote: quote.slice(0, LIMITS.commentQuote) };
}

/** As the browser has it: the editor hears of it a moment later. */
function selectionIn(view: EditorView): { from: number; to: number } {
  const selection = view.dom.ownerDocument.getSelection();
  const range = selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (!range || !view.dom.contains(range.commonAncestorContainer)) return view.state.selection;
  return { from: view.posAtDOM(range.startContainer, range.startOffset), to: view.posAtDOM(range.endContainer, range.endOffset) };
}

/** Where a piece of the text is in `doc`, the newest of this editor; null when nothing is left of it, or it never was. */
export function rangeOf(state: EditorState, { content }: Node, { start, end }: CommentAnchor): { from: number; to: number } | null {
  const sync = ySyncPluginKey.getState(state) as Sync | undefined;
  if (!sync?.binding) return null;
  const { doc, type, binding: { mapping } } = sync;
  try {
    const [from, to] = [start, end].map((place) => relativePositionToAbsolutePosition(doc, type, Y.decodeRelativePosition(fromBase64(place)), mapping));
    return from != null && to != null && from < to && to <= content.size ? { from, to } : null;
  } catch {
    // Somebody else's client wrote what is no place.
    return null;
  }
}
