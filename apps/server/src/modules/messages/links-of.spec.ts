import { expect, it } from 'vitest';
import { linksOf } from './links-of.ts';

const links = (text: string) => linksOf(text, 'https://parvis.example');

it('finds what is linked, written out or behind words, each page once and in order', () => {
  expect(links('see https://a.example/x#top, [b](http://b.example) and https://a.example/x')).toEqual(['https://a.example/x', 'http://b.example/']);
});

it('leaves code, spoilers, mail and this instance alone', () => {
  expect(links('`https://a.example` ||https://b.example||\n\n```\nhttps://c.example\n```\n\n<mailto:me@d.example> https://parvis.example/c/1')).toEqual([]);
});

it('takes a few of many, and none that is too long or has a password', () => {
  expect(links('https://a.example https://b.example https://c.example https://d.example')).toHaveLength(3);
  expect(links(`https://a.example/${'x'.repeat(3_000)} https://me:secret@a.example`)).toEqual([]);
});
