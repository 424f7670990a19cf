/*
 * Word writes the items of a list as paragraphs, each with the name and level of its list in its style
 * and its bullet or number in a span of its own.
 */

interface WordItem {
  paragraph: Element;
  level: number;
  /** Number of an ordered item; null for bullets. */
  number: number | null;
}

/** Most levels of a list in Word. */
const LEVEL_LIMIT = 9;

/** Makes real lists of Word's, in place. */
export function nestWordLists(body: Element): void {
  let run: WordItem[] = [];
  for (const paragraph of [...body.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]) {
    const item = itemOf(paragraph);
    const last = run.at(-1);
    if (last && (!item || paragraph.previousElementSibling !== last.paragraph)) {
      replace(run);
      run = [];
    }
    if (item) run.push(item);
  }
  if (run.length > 0) replace(run);
}

function itemOf(paragraph: Element): WordItem | null {
  const level = /mso-list:\s*\S+\s+level(\d+)/iu.exec(paragraph.getAttribute('style') ?? '')?.[1];
  if (level === undefined) return null;
  const marker = [...paragraph.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/iu.test(span.getAttribute('style') ?? ''));
  const text = (marker?.textContent ?? '').replace(/\s+/gu, '');
  marker?.remove();
  const digits = /^(?:\d+\.)*(\d{1,9})[.)]?$/u.exec(text)?.[1];
  const isLettered = /^\(?[a-z]{1,4}[.)]$/iu.test(text);
  return { paragraph, level: Math.min(Math.max(Number(level), 1), LEVEL_LIMIT), number: digits === undefined ? (isLettered ? 1 : null) : Number(digits) };
}

function replace(items: readonly WordItem[]): void {
  const [first] = items;
  if (!first) return;
  const page = first.paragraph.ownerDocument;
  const holder = page.createElement('div');
  const open: { list: Element; level: number }[] = [];
  first.paragraph.before(holder);
  for (const { paragraph, level, number } of items) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    let list = open.at(-1);
    const name = number === null ? 'UL' : 'OL';
    if (list?.level === level && list.list.tagName !== name) {
      open.pop();
      list = open.at(-1);
    }
    if (!list || list.level < level) {
      const made = page.createElement(name);
      if (number !== null && number !== 1) made.setAttribute('start', String(number));
      (list?.list.lastElementChild ?? holder).append(made);
      list = { list: made, level };
      open.push(list);
    }
    const item = page.createElement('li');
    item.append(...paragraph.childNodes);
    list.list.append(item);
    paragraph.remove();
  }
  holder.replaceWith(...holder.childNodes);
}
