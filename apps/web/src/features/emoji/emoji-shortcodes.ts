import { EMOJI_DATA_URL } from './emoji-data-url.ts';

export interface EmojiMatch {
  emoji: string;
  code: string;
}

/** An emoji and its short codes, as the build writes them: `["👍", "+1", "thumbsup", …]`. */
type Entry = [emoji: string, ...codes: string[]];

const loading = new Map<string, Promise<readonly Entry[]>>();
const loaded = new Map<string, readonly Entry[]>();

const localeOf = (language: string): string => (language.startsWith('fr') ? 'fr' : 'en');

function load(language: string): Promise<readonly Entry[]> {
  const locale = localeOf(language);
  const known = loading.get(locale);
  if (known) return known;
  const request = fetch(`${EMOJI_DATA_URL}/${locale}/shortcodes.json`).then((response) => {
    if (!response.ok) throw new Error(`Emoji short codes: ${response.status}`);
    return response.json() as Promise<readonly Entry[]>;
  });
  loading.set(locale, request);
  request.then((entries) => loaded.set(locale, entries), () => loading.delete(locale));
  return request;
}

/** Emoji whose short code is, begins with or has in it what was typed, in that order. */
export async function searchShortcodes(query: string, language: string, most: number): Promise<EmojiMatch[]> {
  return matchShortcodes(await load(language), query, most);
}

/** The same at once; null as long as the data isn't there. */
export function knownShortcodes(query: string, language: string, most: number): EmojiMatch[] | null {
  const entries = loaded.get(localeOf(language));
  return entries ? matchShortcodes(entries, query, most) : null;
}

export async function emojiOf(code: string, language: string): Promise<string | null> {
  const wanted = fold(code);
  return (await load(language)).find(([, ...codes]) => codes.includes(wanted))?.[0] ?? null;
}

export function matchShortcodes(entries: readonly Entry[], query: string, most: number): EmojiMatch[] {
  const wanted = fold(query);
  const ranked = entries.flatMap(([emoji, ...codes]) => {
    const best = codes
      .map((code) => ({ emoji, code, rank: rank(code, wanted) }))
      .sort((a, b) => a.rank - b.rank)[0];
    return best && best.rank < Infinity ? [best] : [];
  });
  // The sort is stable: within a rank the order of the emoji keyboard stays.
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, most).map(({ emoji, code }) => ({ emoji, code }));
}

function rank(code: string, wanted: string): number {
  if (code === wanted) return 0;
  if (code.startsWith(wanted)) return 1;
  if (code.includes(`_${wanted}`)) return 2;
  return code.includes(wanted) ? 3 : Infinity;
}

/** Short codes are written without accents; people who search may use them. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}
