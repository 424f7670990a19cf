import { toPlainText } from './to-plain-text.ts';

/** The beginning of a message as plain text, at most `max` UTF-16 code units; no half character at its end. */
export function excerpt(text: string, max: number): string {
  if (text === '') return '';
  const plain = toPlainText(text);
  if (plain.length <= max) return plain;
  const cut = plain.slice(0, max - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
