import type { Language } from '@parvis/contracts';
import { CALLOUT_KINDS } from '@parvis/rich-text';
import i18next from 'i18next';
import type * as Y from 'yjs';
import { readBlocks } from '../headless-blocks.ts';
import { lookUp } from './look-up.ts';
import { loadMath } from './math.ts';
import type { OutDocument } from './out-document.ts';
import { toOut } from './to-out.ts';

export const FORMATS = ['pdf', 'docx', 'odt', 'markdown', 'html'] as const;
export type OutFormat = (typeof FORMATS)[number];

const endings: Record<OutFormat, string> = { pdf: 'pdf', docx: 'docx', odt: 'odt', markdown: 'md', html: 'html' };

/** Each is loaded when it is asked for. */
const writers: Record<OutFormat, (document: OutDocument, signal: AbortSignal) => Promise<Blob>> = {
  pdf: async (document, signal) => (await import('./pdf-aside.ts')).pdfAside(document, signal),
  docx: async (document) => (await import('./write-docx.ts')).writeDocx(document),
  odt: async (document) => (await import('./write-odt.ts')).writeOdt(document),
  markdown: async (document) => new Blob([(await import('./write-markdown.ts')).writeMarkdown(document)], { type: 'text/markdown;charset=utf-8' }),
  html: async (document) => new Blob([(await import('./write-html.ts')).writeHtml(document)], { type: 'text/html;charset=utf-8' }),
};

interface Downloaded {
  name: string;
  /** Pictures in whose place their names stand. */
  missing: number;
}

/** Makes a file of a document as it is here now, and gives it to the browser. Rejects with the reason of the signal once that is aborted. */
export async function downloadDocument(format: OutFormat, doc: Y.Doc, title: string, signal: AbortSignal): Promise<Downloaded> {
  const blocks = readBlocks(doc);
  const t = i18next.getFixedT(null, ['transfer', 'documents', 'document']) as never as Parameters<typeof lookUp>[1];
  const say = i18next.getFixedT(null, ['transfer', 'document']);
  const [{ known, missing }] = await Promise.all([lookUp(blocks, t), loadMath()]);
  const language: Language = i18next.language === 'fr' ? 'fr' : 'en';
  const document: OutDocument = {
    title, language, blocks: toOut(blocks, known),
    words: {
      missingImage: (name) => say('transfer:out.missingImage', { name }),
      callout: Object.fromEntries(CALLOUT_KINDS.map((kind) => [kind, say(`document:callout.${kind}`)])) as OutDocument['words']['callout'],
      page: (page, pages) => say('transfer:out.page', { page, pages }),
    },
  };
  const name = `${fileName(title) || say('documents:untitled' as never)}.${endings[format]}`;
  const blob = await writers[format](document, signal);
  signal.throwIfAborted();
  save(blob, name);
  return { name, missing };
}

/** Without what file systems refuse. */
const fileName = (title: string): string => title.replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ').replace(/\s+/gu, ' ').trim().replace(/^\.+|\.+$/gu, '').slice(0, 120);

function save(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
