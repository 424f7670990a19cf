import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import * as Y from 'yjs';

/** Elements inside of elements: an editor, and the browser, go into them by recursion. Lists have two for each level. */
const DEPTH = 400;

/** Whether the text can't be shown. Nobody writes such a thing by hand, but it can be sent bit by bit. */
export function useTooDeep(doc: Y.Doc): boolean {
  const [tooDeep, setTooDeep] = useState(() => isTooDeep(doc));
  useEffect(() => {
    // All of the document is looked at, so not for letters.
    const look = ({ changed }: Y.Transaction) => {
      if (![...changed.keys()].some((type) => type instanceof Y.XmlFragment)) return;
      // The editor is gone before it would take this.
      if (isTooDeep(doc)) flushSync(() => setTooDeep(true));
      else setTooDeep(false);
    };
    setTooDeep(isTooDeep(doc));
    doc.on('beforeObserverCalls', look);
    return () => doc.off('beforeObserverCalls', look);
  }, [doc]);
  return tooDeep;
}

/** Whether it can't be shown as it is now. */
export function isTooDeep(doc: Y.Doc): boolean {
  let level: (Y.XmlFragment | Y.XmlElement)[] = [doc.getXmlFragment('document')];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH) return true;
    level = level.flatMap((node) => node.toArray().filter((child) => child instanceof Y.XmlElement));
  }
  return false;
}
