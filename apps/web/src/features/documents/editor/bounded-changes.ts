import { createExtension } from '@blocknote/core';
import { LIMITS } from '@parvis/contracts/limits';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { ySyncPluginKey } from 'y-prosemirror';

/** Bytes that a node costs besides its text and attributes: about. */
const NODE = 48;
/** Under what the server takes at once. */
const MOST = LIMITS.documentUpdateBytes - 128 * 1024;

/**
 * Lets nothing in at once that is larger than an update may be: it could never be saved. What is
 * pasted is still where it was copied, and goes in parts.
 */
export const boundedChanges = (onTooLarge: () => void) =>
  createExtension(() => ({
    key: 'boundedChanges',
    prosemirrorPlugins: [
      new Plugin({
        filterTransaction: (transaction) => {
          if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey) !== undefined) return true;
          const size = transaction.steps.reduce((sum, step) => sum + (step instanceof ReplaceStep ? sizeOf(step) : 0), 0);
          if (size <= MOST) return true;
          onTooLarge();
          return false;
        },
      }),
    ],
  }));

function sizeOf({ slice }: ReplaceStep): number {
  // A key stroke is not worth a closer look; no letter takes more than three bytes.
  if (slice.size * (NODE + 3) <= MOST) return 0;
  let size = 0;
  const encoder = new TextEncoder();
  slice.content.descendants((node: Node) => {
    size += node.isText ? encoder.encode(node.text ?? '').byteLength : NODE + JSON.stringify(node.attrs).length;
  });
  return size;
}
