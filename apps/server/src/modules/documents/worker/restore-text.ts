import type * as Y from 'yjs';

/** One code unit, or one thing that stands in the text, with how it looks. */
interface Piece {
  insert: unknown;
  attributes: Record<string, unknown>;
  /** The same for pieces that are the same. */
  key: string;
}
interface Delta {
  insert: unknown;
  attributes?: Record<string, unknown>;
}

/** Makes a text what another one is: what both begin and end with stays. */
export function restoreText(now: Y.XmlText, then: Y.XmlText): void {
  const [before, wanted] = [piecesOf(now), piecesOf(then)];
  const most = Math.min(before.length, wanted.length);
  let start = 0;
  while (start < most && before[start]!.key === wanted[start]!.key) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end)!.key === wanted.at(-1 - end)!.key) end += 1;
  // No half of a character that takes two units.
  if (start > 0 && isHigh(before[start - 1]!)) start -= 1;
  if (end > 0 && isLow(before.at(-end)!)) end -= 1;
  const inserted = wanted.slice(start, wanted.length - end).map(({ insert, attributes }) => ({ insert: insert as string, attributes }));
  const removed = before.length - start - end;
  now.applyDelta([...(start > 0 ? [{ retain: start }] : []), ...(removed > 0 ? [{ delete: removed }] : []), ...joined(inserted)]);
}

function piecesOf(text: Y.XmlText): Piece[] {
  return (text.toDelta() as Delta[]).flatMap(({ insert, attributes = {} }) => {
    const look = JSON.stringify(Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)));
    const units: unknown[] = typeof insert === 'string' ? insert.split('') : [insert];
    return units.map((unit) => ({ insert: unit, attributes, key: `${JSON.stringify(unit)} ${look}` }));
  });
}

/** Pieces in a row that look the same, as one. */
function joined(pieces: readonly { insert: string; attributes: Record<string, unknown> }[]): { insert: string; attributes: Record<string, unknown> }[] {
  const runs: { insert: string; attributes: Record<string, unknown> }[] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if (run && run.attributes === piece.attributes && typeof run.insert === 'string' && typeof piece.insert === 'string') run.insert += piece.insert;
    else runs.push({ ...piece });
  }
  return runs;
}

const isHigh = ({ insert }: Piece): boolean => typeof insert === 'string' && /^[\ud800-\udbff]$/.test(insert);
const isLow = ({ insert }: Piece): boolean => typeof insert === 'string' && /^[\udc00-\udfff]$/.test(insert);
