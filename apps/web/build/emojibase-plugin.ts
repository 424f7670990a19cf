import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const locales = ['en', 'fr'];

interface CompactEmoji {
  hexcode: string;
  unicode: string;
  order?: number;
}

/**
 * Serves the emoji data of emojibase from our own origin, under `/emojibase/<locale>/`: `data.json`
 * and `messages.json` for the picker, and the short codes that people type, small enough to load
 * while they type.
 */
export function emojibase(): Plugin {
  return {
    name: 'parvis:emojibase',
    async generateBundle() {
      for (const locale of locales) {
        for (const [file, source] of await filesOf(locale)) this.emitFile({ type: 'asset', fileName: `emojibase/${locale}/${file}`, source });
      }
    },
    configureServer(server) {
      server.middlewares.use('/emojibase', (request, response, next) => {
        const [, locale = '', name = ''] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
        if (!locales.includes(locale)) return next();
        filesOf(locale).then((files) => {
          const source = files.get(name);
          if (source === undefined) return next();
          response.setHeader('content-type', 'application/json').end(source);
        }, next);
      });
    },
  };
}

async function filesOf(locale: string): Promise<Map<string, string>> {
  const [data, messages, compact, cldr, github] = await Promise.all(
    [`${locale}/data`, `${locale}/messages`, `${locale}/compact`, `${locale}/shortcodes/cldr`, 'en/shortcodes/github'].map((name) =>
      readFile(require.resolve(`emojibase-data/${name}.json`), 'utf8'),
    ),
  );
  const codes = [github, cldr].map((json) => JSON.parse(json ?? '{}') as Record<string, string | string[]>);
  const shortcodes = (JSON.parse(compact ?? '[]') as CompactEmoji[])
    .filter((emoji) => emoji.order !== undefined)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .map(({ unicode, hexcode }) => [unicode, ...new Set(codes.flatMap((set) => set[hexcode] ?? []))])
    .filter((entry) => entry.length > 1);
  return new Map([
    ['data.json', data ?? ''],
    ['messages.json', messages ?? ''],
    ['shortcodes.json', JSON.stringify(shortcodes)],
  ]);
}
