/** Lower case and without accents: "Légende" is found by "legende". */
export const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a title or another name begins with the query, or a word of it does. */
export function matchesWords(names: readonly string[], query: string): boolean {
  const wanted = plain(query.trim());
  return wanted === '' || names.some((name) => plain(name).startsWith(wanted) || plain(name).split(/[\s-]+/u).some((word) => word.startsWith(wanted)));
}
