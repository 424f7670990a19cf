import { useEffect, useState } from 'react';
import * as Y from 'yjs';

/** Elements inside of elements: an editor, and the browser, go into them by recursion. Lists have two for each level. */
const DEPTH = 400;

/** Milliseconds: all of the document is looked at, so not at every letter. */
const LOOK_AFTER = 500;

/** Whether the text can't be shown. Nobody writes such a thing by hand, but it can be sent bit by bit. */
export function useTooDeep(doc: Y.Doc): boolean {
  const [tooDeep, setTooDeep] = useState(() => isTooDeep(doc));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setTooDeep(isTooDeep(doc));
      }, LOOK_AFTER);
    };
    doc.on('update', look);
    return () => {
      doc.off('update', look);
      clearTimeout(timer);
    };
  }, [doc]);
  return tooDeep;
}

function isTooDeep(doc: Y.Doc): boolean {
  let level: (Y.XmlFragment | Y.XmlElement)[] = [doc.getXmlFragment('document')];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH) return true;
    level = level.flatMap((node) => node.toArray().filter((child) => child instanceof Y.XmlElement));
  }
  return false;
}
