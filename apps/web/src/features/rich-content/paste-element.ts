let page: Document | undefined;

/** A new element, in a document in which nothing loads. */
export function element(name: string, ...children: (globalThis.Node | string)[]): HTMLElement {
  page ??= document.implementation.createHTMLDocument('');
  const made = page.createElement(name);
  made.append(...children);
  return made;
}
