/** What the style of a text says that a message can hold too. */
export interface Looks {
  strong: boolean;
  em: boolean;
  s: boolean;
  code: boolean;
  /** As links are; it means nothing else here. */
  underlined: boolean;
  /** Its spaces and lines count. */
  preformatted: boolean;
  /** An element that is a block of code by its looks alone, as editors of code write it. */
  isCodeBlock: boolean;
}

const none: Looks = { strong: false, em: false, s: false, code: false, underlined: false, preformatted: false, isCodeBlock: false };

const monospace = /monospace|consolas|menlo|monaco|courier|"?(?:sf|roboto|jetbrains|ubuntu|dejavu sans|source code|fira|cascadia)\s*(?:mono|code|pro)/iu;

/** How an element looks, by its own style and by where it is. */
export function looksOf(element: Element, around: Looks = none): Looks {
  const style = declarationsOf(element.getAttribute('style') ?? '');
  const weight = style.get('font-weight');
  const slant = style.get('font-style');
  const line = style.get('text-decoration') ?? style.get('text-decoration-line');
  const space = style.get('white-space');
  const font = style.get('font-family');
  const isBlock = /^(?:DIV|SECTION)$/u.test(element.tagName);
  return {
    strong: weight === undefined ? around.strong : /^(?:bold|bolder|[6-9]00)$/iu.test(weight),
    em: slant === undefined ? around.em : /italic|oblique/iu.test(slant),
    s: line === undefined ? around.s : around.s || /line-through/iu.test(line),
    code: font === undefined ? around.code : monospace.test(font) && !isBlock,
    underlined: around.underlined || (line !== undefined && /underline/iu.test(line)),
    preformatted: space === undefined ? around.preformatted : /^pre\b|break-spaces/iu.test(space) && !/^(?:normal|pre-line)$/iu.test(space) && isBlock,
    isCodeBlock: isBlock && space !== undefined && /^pre/iu.test(space) && font !== undefined && monospace.test(font),
  };
}

function declarationsOf(style: string): Map<string, string> {
  const declarations = new Map<string, string>();
  for (const declaration of style.slice(0, 4_000).split(';')) {
    const colon = declaration.indexOf(':');
    if (colon > 0) declarations.set(declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim());
  }
  return declarations;
}
