import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';

/** Where two documents that share most of their nodes differ, at the deepest level that holds all of it. */
export interface ChangedChildren {
  /** Indices from the top node down to the parent of what changed. */
  path: number[];
  /** Positions in the old document. */
  from: number;
  to: number;
  content: Fragment;
}

const holdsBlocks = (node: Node): boolean => !node.isLeaf && !node.isTextblock && !node.inlineContent;

/** Compares by identity, not by value; null when nothing differs. */
export function changedChildren(before: Node, after: Node): ChangedChildren | null {
  const path: number[] = [];
  let from = 0;
  let [old, now] = [before, after];
  for (;;) {
    const shared = Math.min(old.childCount, now.childCount);
    let left = 0;
    while (left < shared && old.child(left) === now.child(left)) {
      from += old.child(left).nodeSize;
      left += 1;
    }
    let right = 0;
    while (right < shared - left && old.child(old.childCount - right - 1) === now.child(now.childCount - right - 1)) right += 1;
    const [oldEnd, nowEnd] = [old.childCount - right, now.childCount - right];
    if (left === oldEnd && left === nowEnd) return null;
    const [oldChild, nowChild] = [old.child(Math.min(left, old.childCount - 1)), now.child(Math.min(left, now.childCount - 1))];
    if (oldEnd - left === 1 && nowEnd - left === 1 && holdsBlocks(oldChild) && oldChild.sameMarkup(nowChild)) {
      path.push(left);
      from += 1;
      [old, now] = [oldChild, nowChild];
      continue;
    }
    let to = from;
    for (let index = left; index < oldEnd; index += 1) to += old.child(index).nodeSize;
    return { path, from, to, content: Fragment.fromArray(now.children.slice(left, nowEnd)) };
  }
}
