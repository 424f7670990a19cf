import { toPlainText } from './to-plain-text.ts';

/** The beginning of a message as plain text, at most `max` UTF-16 code units; no half character at its end. */
export function excerpt(text: string, max: number): string {
  if (text === '') return '';
  return cutTo(toPlainText(text), max);
}

function cutTo(plain: string, max: number): string {
  if (plain.length <= max) return plain;
  const cut = plain.slice(0, max - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** What of a message says what it is about. */
interface Worded {
  text: string;
  forwarded?: { text: string };
  poll?: { question: string };
  attachments?: readonly { name: string }[];
}

/** The same of a whole message: without words of its own, by what it forwards, asks or brings. Empty once deleted. */
export function messageExcerpt({ text, forwarded, poll, attachments }: Worded, max: number): string {
  return excerpt(text, max)
    || excerpt(forwarded?.text ?? '', max)
    || cutTo(poll?.question ?? attachments?.map(({ name }) => name).join(', ') ?? '', max);
}
