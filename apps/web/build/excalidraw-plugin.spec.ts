import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import more from './excalidraw-french.json' with { type: 'json' };
import { withTexts } from './excalidraw-plugin.ts';

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('@excalidraw/excalidraw')), 'locales');
const fileOf = (language: string) => path.join(folder, readdirSync(folder).find((name) => name.startsWith(`${language}-`) && name.endsWith('.js'))!);
const load = async (address: string) => (await import(/* @vite-ignore */ address)) as Record<string, unknown>;

/** Names of all texts: `labels.link.edit`. */
const namesIn = (texts: unknown, above = ''): string[] => (typeof texts === 'string' ? (texts === '' ? [] : [above]) : Object.entries(texts as object).flatMap(([name, below]) => namesIn(below, above === '' ? name : `${above}.${name}`)));

test('every text of a whiteboard is there in French, and those that were there stay', async () => {
  const completed = withTexts(readFileSync(fileOf('fr-FR'), 'utf8').replace(/^import\s*"[^"]*";/m, ''), more);
  const [english, complete] = await Promise.all([load(fileOf('en')), load(`data:text/javascript,${encodeURIComponent(completed)}`)]);
  const { default: _, ...groups } = complete;
  const names = new Set(namesIn(groups));
  const { default: __, ...wanted } = english;
  expect(namesIn(wanted).filter((name) => !names.has(name))).toEqual([]);
  expect(groups).toMatchObject({ hints: { dismissSearch: 'Échap ferme la recherche' }, labels: { paste: 'Coller' } });
});
