import { blocksOf } from './parse-markdown.ts';
import { isParseable } from './parse-guard.ts';

/**
 * Ticks or unticks a task of a message and changes nothing else in its source.
 * @param index Which task, counted from 0 in the order of the text.
 * @returns The new source; null when there is no such task.
 */
export function tickTask(markdown: string, index: number, checked: boolean): string | null {
  if (!isParseable(markdown)) return null;
  const offsets: number[] = [];
  blocksOf(markdown, (offset) => offsets.push(offset));
  const offset = offsets[index];
  // A byte order mark at the beginning isn't counted by the parser.
  const start = offset === undefined ? -1 : markdown.startsWith('\uFEFF') ? offset + 1 : offset;
  const mark = /^(?:[xX]|\s+)(?=\])/u.exec(markdown.slice(Math.max(0, start), start + 8))?.[0];
  if (mark === undefined || start < 0) return null;
  if (checked === (mark.toLowerCase() === 'x')) return markdown;
  return `${markdown.slice(0, start)}${checked ? 'x' : ' '}${markdown.slice(start + mark.length)}`;
}
