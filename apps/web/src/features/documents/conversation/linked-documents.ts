const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Cards below one message. */
const MOST = 3;

/** Documents whose addresses, at this origin, stand in a message: each once, in order. */
export function linkedDocuments(text: string, origin: string): string[] {
  if (!text.includes(`${origin}/docs/`)) return [];
  const found = [...text.matchAll(new RegExp(`(?<start>https?://[^\\s/]+)/docs/(?<id>${UUID})(?![\\w-])`, 'g'))];
  return [...new Set(found.filter(({ groups }) => groups?.start === origin).map(({ groups }) => groups?.id ?? ''))].slice(0, MOST);
}
