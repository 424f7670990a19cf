import type { EditorState } from '@tiptap/pm/state';
import { getRelativeSelection } from 'y-prosemirror';
import type { ProsemirrorBinding } from 'y-prosemirror';
import * as Y from 'yjs';

/**
 * Where the selection is, for when others have written. A cursor stays behind the letter before it, or at the beginning: two
 * who type at one place would otherwise write each letter behind those of the other, and no word be whole.
 */
export function ownPlace(binding: ProsemirrorBinding, state: EditorState): ReturnType<typeof getRelativeSelection> {
  const selection = getRelativeSelection(binding, state);
  if (!state.selection.empty) return selection;
  const at = Y.createAbsolutePositionFromRelativePosition(selection.head as Y.RelativePosition, binding.doc);
  if (!(at?.type instanceof Y.XmlText)) return selection;
  const place = Y.createRelativePositionFromTypeIndex(at.type, at.index, -1);
  return { ...selection, anchor: place, head: place };
}
