import { createExtension } from '@blocknote/core';
import { Extension } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, Selection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import type { StepMap } from '@tiptap/pm/transform';
import { ySyncPluginKey } from 'y-prosemirror';
import type { ProsemirrorBinding } from 'y-prosemirror';
import * as Y from 'yjs';
import { changedChildren } from './changed-children.ts';
import { followMoved } from './follow-moved.ts';
import { giveTexts } from './give-texts.ts';
import { narrowUpdate } from './narrow-update.ts';
import { ownPlace } from './own-place.ts';
import { seedUpdate } from './seed.ts';
import { stepChanges } from './step-changes.ts';

interface SyncState {
  type: Y.XmlFragment;
  binding: ProsemirrorBinding;
}

/** Steps of ours that are not in the Y.Doc yet. */
const unwrittenKey = new PluginKey<readonly StepMap[]>('unwritten');

const syncState = (state: EditorState) => ySyncPluginKey.getState(state) as SyncState | undefined;

/**
 * Makes the binding of y-prosemirror take as long as what changed, not as the document: it would compare all
 * blocks at each key of ours, and replace all of them at each key of somebody else, with which every plugin
 * begins anew.
 */
export const QuickBindingExtension = createExtension(() => ({
  key: 'quickBinding',
  tiptapExtensions: [
    Extension.create({
      name: 'narrowRemoteChange',
      dispatchTransaction({ transaction, next }) {
        const { state } = this.editor;
        if (transaction.docChanged && !isRemote(transaction)) seed(state);
        next(narrowRemoteChange(state, transaction) ?? transaction);
      },
    }),
  ],
  prosemirrorPlugins: [unwrittenSteps()],
}));

/** Remembers what was done since the last writing, and writes just that. */
function unwrittenSteps(): Plugin<readonly StepMap[]> {
  let written: Node | null = null;
  return new Plugin<readonly StepMap[]>({
    key: unwrittenKey,
    state: {
      init: () => [],
      apply: (transaction, steps, before) => {
        if (isRemote(transaction)) return [];
        if (!transaction.docChanged) return steps;
        return [...(before.doc === written ? [] : steps), ...transaction.mapping.maps];
      },
    },
    view(view) {
      const sync = syncState(view.state);
      if (!sync) return {};
      writeNarrowly(sync, (root) => {
        written = root;
      });
      const { binding } = sync;
      const rememberPlace = () => {
        if (!view.isDestroyed) binding.beforeTransactionSelection = ownPlace(binding, view.state);
      };
      binding.doc.on('beforeAllTransactions', rememberPlace);
      const stopFollowing = followMoved(binding);
      return {
        destroy: () => {
          stopFollowing();
          binding.doc.off('beforeAllTransactions', rememberPlace);
        },
      };
    },
  });
}

interface SyncMeta {
  isChangeOrigin?: boolean;
  isUndoRedoOperation?: boolean;
}

const metaOf = (transaction: Transaction) => transaction.getMeta(ySyncPluginKey) as SyncMeta | undefined;
/** From the Y.Doc: of somebody else, or taken back. */
const isRemote = (transaction: Transaction): boolean => metaOf(transaction)?.isChangeOrigin === true;
const isUndo = (transaction: Transaction): boolean => metaOf(transaction)?.isUndoRedoOperation === true;

/** Before the first words: in a transaction of its own, so that taking back the words leaves it. */
function seed(state: EditorState): void {
  const sync = syncState(state);
  if (sync?.type.length !== 0) return;
  sync.binding.mux(() => Y.applyUpdate(sync.binding.doc, seedUpdate(), 'seed'));
}

function writeNarrowly({ binding, type }: SyncState, onWritten: (root: Node) => void): void {
  binding._isLocalCursorInView = () => false;
  binding._prosemirrorChanged = (root: Node) => {
    binding.doc.transact((transaction) => {
      // The view is gone when the last change is written while it closes.
      const view = binding.prosemirrorView as { state: EditorState } | null;
      const steps = (view && unwrittenKey.getState(view.state)) ?? [];
      narrowUpdate(binding.doc, type, root, stepChanges(steps), binding);
      giveTexts(transaction, root.type.schema);
      onWritten(root);
      if (view) binding.beforeTransactionSelection = ownPlace(binding, view.state);
    }, ySyncPluginKey);
  };
}

/** The same change as a step that replaces only what differs; null when it is none of a replaced document. */
function narrowRemoteChange(state: EditorState, transaction: Transaction): Transaction | null {
  const [step] = transaction.steps;
  if (!isRemote(transaction) || transaction.steps.length !== 1 || transaction.before !== state.doc) return null;
  if (!(step instanceof ReplaceStep) || step.from !== 0 || step.to !== state.doc.content.size) return null;
  const narrowed = state.tr.setMeta(ySyncPluginKey, metaOf(transaction)).setMeta('addToHistory', false);
  const changed = changedChildren(state.doc, transaction.doc);
  if (changed) {
    narrowed.step(new ReplaceStep(changed.from, changed.to, new Slice(changed.content, 0, 0)));
    const sync = syncState(state);
    if (sync) rememberParents(sync, changed.path, transaction.doc, narrowed.doc);
  }
  const { from, to } = state.selection;
  const isTouched = changed !== null && to >= changed.from && from <= changed.to;
  if (isTouched) narrowed.setSelection(Selection.fromJSON(narrowed.doc, transaction.selection.toJSON()));
  // Bold was switched on for what is typed next: somebody else's key doesn't switch it off.
  if (!isUndo(transaction)) narrowed.setStoredMarks(state.storedMarks);
  // Only to what this person took back: the browser keeps the rest where it is, and looking for the cursor lays out the whole page.
  if (isUndo(transaction)) narrowed.scrollIntoView();
  return narrowed;
}

/** The step made new nodes of the parents, which the binding would otherwise compare child by child at the next key. */
function rememberParents({ binding, type }: SyncState, path: readonly number[], written: Node, shown: Node): void {
  const { mapping } = binding;
  let element = type;
  let [from, to] = [written, shown];
  for (const index of path) {
    const child = element.get(index) as Y.XmlElement | undefined;
    [from, to] = [from.child(index), to.child(index)];
    if (!child || mapping.get(child) !== from) return;
    mapping.set(child, to);
    element = child;
  }
}
