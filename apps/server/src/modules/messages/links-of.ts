import { LIMITS } from '@parvis/contracts';
import { parseMarkdown, type RichTextNode } from '@parvis/rich-text';

/** Longer addresses are of no page that one would show; an index holds no more than about this. */
const LONGEST = 2_000;

/**
 * The pages that a message links to and shows, in order, without their fragments: nothing in code,
 * which has no links, nor behind a spoiler, nor of this instance itself.
 */
export function linksOf(text: string, publicUrl: string): string[] {
  // Parsing costs more than looking.
  if (!/https?:/i.test(text)) return [];
  const found = new Set<string>();
  const visit = (node: RichTextNode): void => {
    if (node.type === 'spoiler') return;
    const url = node.type === 'link' ? pageOf(node.url, publicUrl) : null;
    if (url !== null) found.add(url);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(parseMarkdown(text));
  return [...found].slice(0, LIMITS.linkPreviewsPerMessage);
}

function pageOf(address: string, publicUrl: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  url.hash = '';
  const isPage = (url.protocol === 'https:' || url.protocol === 'http:') && url.origin !== publicUrl && url.username === '' && url.password === '';
  return isPage && url.href.length <= LONGEST ? url.href : null;
}
