import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.ts';

const URL_OF_PAGE = 'https://example.org/news/1';
const read = (html: string | Uint8Array, charset: string | null = null) => readPage(typeof html === 'string' ? Buffer.from(html) : html, charset, URL_OF_PAGE);

describe('what a page says of itself', () => {
  it('is its Open Graph first, with entities resolved and addresses made whole', () => {
    expect(read(`<!doctype html><head><title>Plain</title>
      <meta property="og:title" content="Fish &amp; chips"><meta property="og:description" content=" Two
      lines "><meta property="og:site_name" content="The Pier"><meta property="og:image" content="../cod.png"></head>`))
      .toEqual({ title: 'Fish & chips', description: 'Two lines', siteName: 'The Pier', imageUrl: 'https://example.org/cod.png' });
  });

  it('is what Twitter or HTML call it, when there is nothing else', () => {
    expect(read('<meta name="twitter:title" content="Short"><meta name="description" content="Words">')).toMatchObject({ title: 'Short', description: 'Words' });
    expect(read('<TITLE>Only a &eacute;title</TITLE><svg><title>Not this</title></svg>').title).toBe('Only a étitle');
    expect(read('nothing at all')).toEqual({ title: '', description: '', siteName: '', imageUrl: null });
  });

  it('is read in the encoding that the answer or the page names', () => {
    const latin = Buffer.concat([Buffer.from('<meta charset="iso-8859-1"><title>caf'), Buffer.from([0xe9]), Buffer.from('</title>')]);
    expect(read(latin).title).toBe('café');
    expect(read(Buffer.concat([Buffer.from('<title>caf'), Buffer.from([0xe9])]), 'windows-1252').title).toBe('café');
    expect(read('<title>café</title>', 'klingon').title).toBe('café');
  });

  it('is shortened, and takes nothing that turns or hides text, and no picture that is no address', () => {
    const { title, imageUrl } = read(`<title>${'a'.repeat(5_000)}</title><meta property="og:image" content="javascript:alert(1)">`);
    expect(title).toHaveLength(200);
    expect(imageUrl).toBeNull();
    expect(read('<title>a\u202Eb\u0000c\u200B</title>').title).toBe('a b c');
  });

  // Bounds on the work, as seconds depend on what else the machine does; the limit only catches what hangs.
  it('is no matter how it is nested or left open', { timeout: 60_000 }, () => {
    expect(read(`${'<div>'.repeat(400)}<title>Within</title>`).title).toBe('Within');
    expect(read(`${'<div>'.repeat(600)}<title>Beyond</title>`).title).toBe('');
    expect(read(`${'<div>'.repeat(100_000)}${'<meta '.repeat(20_000)}${'<!--'.repeat(20_000)}<title>Beyond</title>`).title).toBe('');
    expect(read(`<meta content="${'&amp'.repeat(100_000)}`).title).toBe('');
  });
});
