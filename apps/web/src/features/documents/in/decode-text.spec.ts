import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = (...all: number[]) => new Uint8Array(all);
const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

test('UTF-8, with a mark in front or without', () => {
  expect(decodeText(new TextEncoder().encode('é'))).toBe('é');
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xa9))).toBe('é');
});

test('UTF-16, as older editors of Windows write it', () => {
  expect(decodeText(bytes(0xff, 0xfe, 0xe9, 0, 0x21, 0))).toBe('é!');
});

test('what a page says that it is, and what Western Europe had before', () => {
  expect(decodeText(latin('<meta charset="iso-8859-2"><p>\xb1'))).toContain('ą');
  expect(decodeText(latin('caf\xe9'))).toBe('café');
  expect(decodeText(latin('<meta charset="no-such-thing">caf\xe9'))).toContain('café');
});

test('what isn’t text', () => expect(decodeText(bytes(1, 0, 2))).toBeNull());
