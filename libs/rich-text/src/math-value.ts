import { INLINE_MATH_LIMIT } from './limits.ts';

/** Math as it can stand within a line between two `$`: one line, no bare `$`, no space around it. Empty when there is none left. */
export function writableMath(value: string): string {
  const oneLine = value.replace(/\s+/gu, ' ').trim().slice(0, INLINE_MATH_LIMIT / 2);
  const escaped = oneLine.replace(/\\[\s\S]|\$/gu, (piece) => (piece === '$' ? '\\$' : piece));
  // A back-slash at the end would take the closing `$` with it.
  return escaped.replace(/(?<!\\)((?:\\\\)*)\\$/u, '$1').trim();
}

/** The same math without the pipes that would end the cell of a table. */
export function mathInCell(value: string): string {
  return value.replace(/\\\\|\\\||\|/gu, (piece) => ({ '\\|': '\\Vert ', '|': '\\vert ' })[piece] ?? piece).trim();
}
