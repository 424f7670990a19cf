import { ERROR_CODES } from '@parvis/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { keysUsed } from './fixtures/keys-used.ts';
import { texts as moreEn } from './more-texts-en.ts';
import { texts as moreFr } from './more-texts-fr.ts';
import { texts as firstEn } from './texts-en.ts';
import { texts as firstFr } from './texts-fr.ts';

type Texts = { [key: string]: string | Texts };

const here = import.meta.dirname;
const namespacesOf = (language: string) =>
  readdirSync(path.join(here, language)).filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5)).sort();

function flatten(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`));
}
const load = (language: string, namespace: string) =>
  new Map(flatten(JSON.parse(readFileSync(path.join(here, language, `${namespace}.json`), 'utf8')) as Texts));
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}|<(\w+)>/g)].map((match) => match[1] ?? match[2]).sort();
/** French may say millions differently ("de messages"); English never does. */
const required = (keys: Iterable<string>) => [...keys].filter((key) => !key.endsWith('_many')).sort();

const namespaces = namespacesOf('en');

test('both languages have the same files', () => {
  expect(namespacesOf('fr')).toEqual(namespaces);
});

test('every file is loaded once: with the first screen, or later', () => {
  const loaded = (first: object, more: object) => [...Object.keys(first), ...Object.keys(more)].map((file) => path.basename(file, '.json')).sort();
  expect(loaded(firstEn, moreEn)).toEqual(namespaces);
  expect(loaded(firstFr, moreFr)).toEqual(namespaces);
});

describe.each(namespaces)('texts %s', (namespace) => {
  const en = load('en', namespace);
  const fr = load('fr', namespace);

  test('have the same keys in both languages', () => {
    expect(required(fr.keys())).toEqual(required(en.keys()));
  });

  test('have the same placeholders in both languages', () => {
    for (const [key, text] of en) expect([key, placeholders(fr.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  test('are never empty', () => {
    for (const [key, text] of [...en, ...fr]) expect([key, text.trim()]).not.toEqual([key, '']);
  });

  test('have one and other where they count', () => {
    const bases = [...en.keys()].filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -'_other'.length));
    for (const base of bases) expect(en.has(`${base}_one`), base).toBe(true);
  });
});

test('every error code has a sentence', () => {
  const sentences = load('en', 'errors');
  expect([...ERROR_CODES, 'network'].filter((code) => !sentences.has(code))).toEqual([]);
});

test('every key that code uses exists', () => {
  const all = new Map(namespaces.map((namespace) => [namespace, load('en', namespace)]));
  const exists = ({ namespace, key }: { namespace: string; key: string }) => {
    const texts = all.get(namespace);
    return texts !== undefined && (texts.has(key) || texts.has(`${key}_other`) || [...texts.keys()].some((other) => other.startsWith(`${key}.`)));
  };
  const missing = keysUsed(path.join(here, '..')).filter((use) => !use.namespaces.some((namespace) => exists({ namespace, key: use.key })));
  expect(missing.map(({ file, namespaces: looked, key }) => `${file}: ${looked.join('|')}:${key}`)).toEqual([]);
});
