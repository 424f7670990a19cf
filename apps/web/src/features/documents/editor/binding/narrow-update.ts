import type { Node } from '@tiptap/pm/model';
import { updateYFragment } from 'y-prosemirror';
import type { ProsemirrorBinding } from 'y-prosemirror';
import * as Y from 'yjs';
import type { StepChange } from './step-changes.ts';
import { writeTextblock } from './write-textblock.ts';

/** What y-prosemirror remembers: which node an element of the Y.Doc was last shown as. */
export type BindingMemory = Pick<ProsemirrorBinding, 'mapping' | 'isOMark'>;

/** An element of which only the inside changed, and where that begins before and after. */
interface Changed {
  element: Y.XmlElement;
  before: Node;
  after: Node;
  from: number;
  newFrom: number;
}

/**
 * Writes what changed in the editor into the Y.Doc, as `updateYFragment` does, but goes straight to the blocks
 * that changed, and there to what was typed: by itself it compares every block before them, twice, at each key,
 * and finds what was typed by comparing texts.
 */
export function narrowUpdate(doc: Y.Doc, fragment: Y.XmlFragment, root: Node, changes: readonly StepChange[], memory: BindingMemory): void {
  update({ element: fragment as Y.XmlElement, after: root, from: 0, newFrom: 0 });

  function update({ element, before, after, from, newFrom }: Omit<Changed, 'before'> & { before?: Node }): void {
    if (before && after.isTextblock && writeTextblock(element, before, after, { from, newFrom }, changes, memory)) return;
    const inside = changedInside(element, after, { from, newFrom }, memory.mapping);
    if (inside === null) {
      updateYFragment(doc, element, after, memory);
      return;
    }
    memory.mapping.set(element, after);
    for (const each of inside) update(each);
  }
}

/** Those children that differ, when all others are known to be the same and these only changed inside. */
function changedInside(element: Y.XmlFragment, node: Node, start: { from: number; newFrom: number }, mapping: BindingMemory['mapping']): Changed[] | null {
  if (node.isTextblock || node.isLeaf || element.length !== node.childCount) return null;
  const changed: Changed[] = [];
  let [index, from, newFrom] = [0, start.from, start.newFrom];
  for (const child of element.toArray()) {
    const after = node.child(index);
    const before = mapping.get(child);
    if (before !== after) {
      if (!(child instanceof Y.XmlElement) || !before || Array.isArray(before) || !before.sameMarkup(after) || child.nodeName !== after.type.name) return null;
      changed.push({ element: child, before, after, from: from + 1, newFrom: newFrom + 1 });
    }
    index += 1;
    from += (before as Node).nodeSize;
    newFrom += after.nodeSize;
  }
  return changed;
}
