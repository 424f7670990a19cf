/** The loudest of each of `count` equal parts; fewer levels than that stay as they are. Never empty. */
export function toPeaks(levels: readonly number[], count: number): number[] {
  if (levels.length === 0) return [0];
  if (levels.length <= count) return [...levels];
  return Array.from({ length: count }, (_, part) => {
    const from = Math.floor((part * levels.length) / count);
    const to = Math.floor(((part + 1) * levels.length) / count);
    return Math.max(...levels.slice(from, to));
  });
}
