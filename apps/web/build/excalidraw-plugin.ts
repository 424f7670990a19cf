import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';
import more from './excalidraw-french.json' with { type: 'json' };

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('@excalidraw/excalidraw')), 'fonts');
const PLACE = 'assets/excalidraw/fonts/';
/**
 * Its fonts come from us or from nowhere: it would look for them at a public server. And for a text
 * that is begun and still empty it would load all that it has, 12 MB of Chinese characters among them.
 */
const CHANGES: readonly [RegExp, string][] = [
  [/return (\w+)\.push\(new URL\(\w+,\w+\.ASSETS_FALLBACK_URL\)\),\1/g, 'return $1'],
  [/document\.fonts\.(check|load)\((\w+),(\w+)\)/g, 'document.fonts.$1($2,$3||" ")'],
];
const NOTHING = '\0parvis:excalidraw-nothing';

/**
 * Serves the fonts of whiteboards from our own origin, under `/assets/excalidraw/fonts/`: their names
 * say what they hold. Of the texts of Excalidraw it leaves those that Parvis has a language for, and
 * completes the French ones.
 */
export function excalidraw(): Plugin {
  return {
    name: 'parvis:excalidraw',
    enforce: 'pre',
    resolveId: (source, importer) => (importer?.includes('/@excalidraw/excalidraw/') && /\/locales\/(?!en-|fr-FR-|percentages-)/.test(source) ? NOTHING : undefined),
    load: (id) => (id === NOTHING ? 'export default {};' : undefined),
    transform(code, id) {
      if (id.includes('/locales/fr-FR-')) return { code: withTexts(code, more), map: null };
      if (!id.includes('/@excalidraw/excalidraw/dist/prod/chunk-') || !code.includes('ASSETS_FALLBACK_URL')) return undefined;
      const changed = CHANGES.reduce((text, [what, by]) => text.replace(what, by), code);
      if (/push\([^;]*ASSETS_FALLBACK_URL/.test(changed) || !changed.includes('||" ")')) this.error('Excalidraw loads its fonts in another way now');
      return { code: changed, map: null };
    },
    async generateBundle() {
      for (const name of await fontNames()) this.emitFile({ type: 'asset', fileName: PLACE + name, source: await readFile(path.join(folder, name)) });
    },
    configureServer(server) {
      server.middlewares.use(`/${PLACE.slice(0, -1)}`, (request, response, next) => {
        const asked = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').slice(1);
        fontNames().then(async (names) => {
          if (!names.includes(asked)) return next();
          response.setHeader('content-type', 'font/woff2').end(await readFile(path.join(folder, asked)));
        }).catch(next);
      });
    },
  };
}

/** Texts as nested as they are; a group of them is an export. */
interface Texts {
  readonly [name: string]: string | Texts;
}

/** The module of a language with more texts: those that it has stay. */
export function withTexts(code: string, texts: Texts): string {
  const list = /export\s*\{([^}]*)\}/.exec(code)?.[1] ?? '';
  const exported = new Map([...list.matchAll(/(\w+)(?:\s+as\s+(\w+))?/g)].map(([, local = '', name = local]) => [name, local]));
  const lines = Object.entries(texts).map(([name, group]) => {
    const local = exported.get(name);
    return local === undefined ? `export const ${name}=${JSON.stringify(group)};` : `parvisAdd(${local},${JSON.stringify(group)});`;
  });
  return `${code}\nfunction parvisAdd(to,more){for(const[name,text]of Object.entries(more))if(typeof text==='string')to[name]||=text;else parvisAdd(to[name]??={},text)}\n${lines.join('\n')}\n`;
}

const fontNames = async (): Promise<string[]> => (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.woff2'));
