import { cleanHtml } from '../../../rich-content/index.ts';

/** Characters that are taken of a page that is too large to be taken with its structure. */
const TEXT_LIMIT = 400_000;

/** What other programs put into the clipboard, as the blocks of a document: structure without looks, and nothing that loads or runs. */
export function documentHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(cleanHtml(html, { textLimit: TEXT_LIMIT, spaced: false }), 'text/html');
  for (const item of body.querySelectorAll<HTMLElement>('li[data-checked]')) {
    const box = item.ownerDocument.createElement('input');
    box.type = 'checkbox';
    box.toggleAttribute('checked', item.dataset.checked === 'true');
    item.prepend(box);
    delete item.dataset.checked;
  }
  // Every line of Word and Google Docs is a paragraph: the empty ones are only the space between them.
  for (const paragraph of body.querySelectorAll('body > p')) if ((paragraph.textContent ?? '').trim() === '') paragraph.remove();
  return body.innerHTML;
}

/** Whether there is anything to read in it. */
export const hasText = (html: string): boolean => (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').trim() !== '';
