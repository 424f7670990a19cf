import { Parser } from 'htmlparser2';

/** What a page says of itself; empty where it says nothing. */
export interface PageDescription {
  title: string;
  description: string;
  siteName: string;
  imageUrl: string | null;
}

const LONGEST = { title: 200, description: 400, siteName: 80 } as const;
/** The parser's time grows with the square of what stands open; no head has so much in it. */
const MOST_ELEMENTS = 500;
const VOID = new Set(['meta', 'link', 'base', 'img', 'br']);
/** Browsers look for the encoding here, too. */
const ENCODING_WITHIN = 1_024;

/** Reads the head of a page, whose encoding its answer may have named: Open Graph, then Twitter's names, then what HTML itself has. */
export function readPage(bytes: Uint8Array, charset: string | null, url: string): PageDescription {
  const head = readHead(decode(bytes, charset));
  const first = (...names: string[]) => names.map((name) => head.meta.get(name) ?? '').find((value) => value !== '') ?? '';
  return {
    title: clean(first('og:title', 'twitter:title') || head.title, LONGEST.title),
    description: clean(first('og:description', 'twitter:description', 'description'), LONGEST.description),
    siteName: clean(first('og:site_name', 'application-name'), LONGEST.siteName),
    imageUrl: httpUrl(first('og:image:secure_url', 'og:image:url', 'og:image', 'twitter:image', 'twitter:image:src'), url),
  };
}

interface Head {
  title: string;
  meta: Map<string, string>;
}

function readHead(html: string): Head {
  const head: Head = { title: '', meta: new Map() };
  let inTitle = false;
  let elements = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'title' && head.title === '') inTitle = true;
      if (!VOID.has(name)) elements += 1;
      if (name === 'body' || elements > MOST_ELEMENTS) parser.pause();
      const key = (attributes.property ?? attributes.name)?.trim().toLowerCase();
      const content = attributes.content?.trim();
      if (name === 'meta' && key && content && !head.meta.has(key)) head.meta.set(key, content);
    },
    ontext(text) {
      if (inTitle && head.title.length <= LONGEST.title) head.title += text;
    },
    onclosetag(name) {
      if (name === 'title') inTitle = false;
    },
  });
  parser.write(html);
  return head;
}

/** The encoding that the answer or the page itself names, else UTF-8. */
function decode(bytes: Uint8Array, charset: string | null): string {
  const named = charset ?? declared(bytes);
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function declared(bytes: Uint8Array): string | undefined {
  let encoding: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name !== 'meta' || encoding !== undefined) return;
      encoding = attributes.charset ?? /charset=([\w-]+)/i.exec(attributes.content ?? '')?.[1];
    },
  });
  parser.write(new TextDecoder('latin1').decode(bytes.subarray(0, ENCODING_WITHIN)));
  return encoding;
}

/** One line without characters that would turn or hide what stands beside them. */
function clean(text: string, longest: number): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
  const characters = [...line];
  return characters.length <= longest ? line : `${characters.slice(0, longest - 1).join('').trimEnd()}…`;
}

function httpUrl(address: string, base: string): string | null {
  if (address === '' || !URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}
