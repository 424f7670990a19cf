import type { TreeInstance } from '@headless-tree/core';
import type { KeyboardEvent } from 'react';
import type { Step } from './tree-moves.ts';
import type { TreeNode } from './tree-nodes.ts';

const STEPS: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

interface Keys {
  onActivate: (node: TreeNode) => void;
  onStep: (id: string, step: Step) => void;
}

/** Keys of a tree (WAI-ARIA), while one of its rows has the focus: not in a menu that is open in one. */
export function useTreeKeys(tree: TreeInstance<TreeNode>, { onActivate, onStep }: Keys): (event: KeyboardEvent) => void {
  return (event) => {
    if ((event.target as HTMLElement).getAttribute('role') !== 'treeitem' || event.ctrlKey || event.metaKey) return;
    const item = tree.getFocusedItem();
    const step = STEPS[event.key];
    if (event.altKey) {
      if (!event.shiftKey || step === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      onStep(item.getId(), step);
      return;
    }
    const focus = (index: number) => tree.getItems().at(index)?.setFocused();
    const at = item.getItemMeta().index;
    const last = tree.getItems().length - 1;
    const isFull = item.isFolder() && item.getChildren().length > 0;
    if (event.key === 'ArrowDown') focus(Math.min(at + 1, last));
    else if (event.key === 'ArrowUp') focus(Math.max(at - 1, 0));
    else if (event.key === 'Home') focus(0);
    else if (event.key === 'End') focus(last);
    else if (event.key === 'ArrowRight' && isFull && !item.isExpanded()) item.expand();
    else if (event.key === 'ArrowRight' && isFull) focus(at + 1);
    else if (event.key === 'ArrowLeft' && isFull && item.isExpanded()) item.collapse();
    else if (event.key === 'ArrowLeft') {
      if (item.getItemMeta().level > 0) item.getParent()?.setFocused();
    } else if (event.key === 'Enter' || event.key === ' ') activate();
    else if (event.key.length === 1 && !event.shiftKey) byLetter(event.key);
    else return;
    event.preventDefault();
    tree.updateDomFocus();

    function activate(): void {
      if (item.getItemData().kind !== 'section') onActivate(item.getItemData());
      else if (item.isExpanded()) item.collapse();
      else item.expand();
    }

    function byLetter(letter: string): void {
      const items = tree.getItems();
      [...items.slice(at + 1), ...items].find((other) => other.getItemName().toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()))?.setFocused();
    }
  };
}
