import uFuzzy from '@leeoniya/ufuzzy';

/** Something that can be gone to. */
export interface Place {
  /** What is typed to find it; what is shown. */
  title: string;
  /** Further words that find it, such as a team's name. */
  keywords?: string;
  /** How much it is used: more comes first among equals. */
  weight: number;
  unread: boolean;
}

// Also with letters left out or in between; a letter more or less needs no apology.
const fuzzy = new uFuzzy({ unicode: true, intraMode: 1, interSplit: '[^\\p{L}\\p{N}]+', intraSplit: '\\p{Ll}\\p{Lu}', intraBound: '\\p{L}\\p{N}|\\p{N}\\p{L}|\\p{Ll}\\p{Lu}', intraChars: '[\\p{L}\\p{N}]' });

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What was meant, best first: by how well it fits, then by use. Without a query: unread first, then by use. */
export function rankPlaces<P extends Place>(places: readonly P[], query: string, most: number): P[] {
  const wanted = folded(query.trim());
  const byUse = (a: P, b: P): number => b.weight - a.weight || a.title.localeCompare(b.title);
  if (wanted === '') return [...places].sort((a, b) => Number(b.unread) - Number(a.unread) || byUse(a, b)).slice(0, most);
  const haystack = places.map(({ title, keywords }) => folded(keywords === undefined ? title : `${title} ${keywords}`));
  // Word by word: their order doesn't matter.
  const found = wanted.split(/\s+/).reduce<number[] | undefined>((left, word) => fuzzy.filter(haystack, word, left) ?? [], undefined) ?? [];
  return found
    .map((index) => ({ place: places[index]!, fit: fitOf(folded(places[index]!.title), wanted) }))
    .sort((a, b) => b.fit - a.fit || byUse(a.place, b.place))
    .slice(0, most)
    .map(({ place }) => place);
}

/** 4: it is that. 3: it begins so. 2: one of its words does. 1: it is in it. 0: only about so. */
function fitOf(title: string, wanted: string): number {
  if (title === wanted) return 4;
  if (title.startsWith(wanted)) return 3;
  if (title.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted))) return 2;
  return title.includes(wanted) ? 1 : 0;
}
