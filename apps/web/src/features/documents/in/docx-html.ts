import mammoth from 'mammoth/mammoth.browser.js';
import { ImportRefused } from './read-block.ts';
import { repackedDocx } from './unpack-docx.ts';

/** Styles of ours and of Word that say more than their looks. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh", "p[style-name='Quote'] => blockquote > p:fresh", "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Parvis Code'] => pre:separator('\\n')", "r[style-name='Parvis Inline Code'] => code", "r[style-name='Parvis Label'] => !",
  ...['note', 'tip', 'important', 'warning', 'caution'].map((kind) => `p[style-name='Parvis Callout ${kind}'] => blockquote.callout-${kind} > p:fresh`),
  "p[style-name='caption'] => p.caption:fresh", "p[style-name='Parvis Caption'] => p.caption:fresh", 'u => u', 'strike => s',
  "p[style-name='Parvis Rule'] => hr", "p[style-name='Parvis Task Done'] => ul > li.done:fresh", "p[style-name='Parvis Task'] => ul > li.todo:fresh",
].join('\n');

/**
 * The HTML of a DOCX, its pictures within it.
 * @throws ImportRefused broken, bomb
 */
export async function docxHtml(bytes: Uint8Array): Promise<string> {
  const packed = repackedDocx(bytes);
  try {
    const input = { arrayBuffer: packed.buffer as ArrayBuffer, buffer: packed } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
    return (await mammoth.convertToHtml(input, { styleMap, externalFileAccess: false } as object)).value;
  } catch {
    throw new ImportRefused('broken');
  }
}
