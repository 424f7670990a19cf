import { diffArrays } from 'diff';
import type { ReadBlock } from './read-blocks.ts';

export type BlockChange =
  | { kind: 'added' | 'removed'; block: ReadBlock }
  /** `look`: also, or only, how it looks. */
  | { kind: 'changed'; block: ReadBlock; before: ReadBlock; look: boolean }
  /** So many blocks that are the same. */
  | { kind: 'same'; count: number };

/** What differs between two moments of a document, block by block in the order of the text. */
export function blockChanges(before: readonly ReadBlock[], after: readonly ReadBlock[]): BlockChange[] {
  const former = new Map(before.map((block) => [block.id, block]));
  const later = new Map(after.map((block) => [block.id, block]));
  const changes: BlockChange[] = [];
  for (const { value, added, removed } of diffArrays(before.map(({ id }) => id), after.map(({ id }) => id))) {
    for (const id of value) {
      const [one, other] = [former.get(id), later.get(id)];
      if (removed && one) changes.push({ kind: 'removed', block: one });
      else if (added && other) changes.push({ kind: 'added', block: other });
      else if (one && other) changes.push(compared(one, other));
    }
  }
  return joined(changes);
}

function compared(before: ReadBlock, block: ReadBlock): BlockChange {
  const words = before.text !== block.text;
  const look = before.kind !== block.kind || before.depth !== block.depth || (!words && before.look !== block.look);
  return words || look ? { kind: 'changed', block, before, look } : { kind: 'same', count: 1 };
}

function joined(changes: readonly BlockChange[]): BlockChange[] {
  const result: BlockChange[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    if (change.kind === 'same' && last?.kind === 'same') result[result.length - 1] = { kind: 'same', count: last.count + change.count };
    else result.push(change);
  }
  return result;
}
