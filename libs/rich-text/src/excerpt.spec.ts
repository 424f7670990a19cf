import { describe, expect, it } from 'vitest';
import { excerpt, messageExcerpt } from './excerpt.ts';

describe('an excerpt', () => {
  it('is plain text, and never half a character', () => {
    expect(excerpt('**bold** and `code`', 50)).toBe('bold and code');
    expect(excerpt(`123${'\u{1f600}'.repeat(3)}`, 5)).toBe('123…');
  });

  it('of a message without words is what it forwards, asks or brings, in this order', () => {
    const attachments = [{ name: 'plan.pdf' }, { name: 'photo.png' }];
    expect(messageExcerpt({ text: 'words', attachments }, 50)).toBe('words');
    expect(messageExcerpt({ text: '', forwarded: { text: '*theirs*' }, attachments }, 50)).toBe('theirs');
    expect(messageExcerpt({ text: '', poll: { question: 'Lunch?' } }, 50)).toBe('Lunch?');
    expect(messageExcerpt({ text: '', attachments }, 12)).toBe('plan.pdf, p…');
    expect(messageExcerpt({ text: '' }, 12)).toBe('');
  });
});
