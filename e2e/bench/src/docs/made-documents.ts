import { DOCUMENT_SEED } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';

/** A document as it was written, update by update. */
export interface Written {
  updates: Uint8Array[];
  /** What is left of it. */
  letters: number;
}

/** Blocks of the documents that are written letter by letter. */
const BLOCKS = 100;
/** Operations go to the server in pieces of so many, as people who are offline for a while send them. */
const PIECE = 500;

/** So many letters, each after the one before, block by block. */
export const typed = (operations: number): Written => written(operations, (texts, done) => {
  const text = texts[Math.floor((done * BLOCKS) / operations)]!;
  text.insert(text.length, letterOf(done));
});

/** So many operations anywhere: letters, and every fourth removes one. */
export function random(operations: number): Written {
  let state = 1;
  const below = (count: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * count);
  };
  return written(operations, (texts, done) => {
    const text = texts[below(texts.length)]!;
    if (done % 4 === 3 && text.length > 0) text.delete(below(text.length), 1);
    else text.insert(below(text.length + 1), letterOf(done));
  });
}

/** A document of so many blocks, each of these words. */
export const longDocument = (blocks: number, wordsOf: (index: number) => string): Uint8Array => {
  const { made } = begun(Array.from({ length: blocks }, (_, index) => new Y.XmlText(wordsOf(index))));
  return Y.mergeUpdates(made);
};

export const textIn = (doc: Y.Doc, block: number): Y.XmlText => ((groupIn(doc).get(block) as Y.XmlElement).get(0) as Y.XmlElement).get(0) as Y.XmlText;

export function lettersIn(doc: Y.Doc): number {
  let letters = 0;
  for (let block = 0; block < groupIn(doc).length; block += 1) letters += textIn(doc, block).length;
  return letters;
}

const groupIn = (doc: Y.Doc): Y.XmlElement => doc.getXmlFragment('document').get(0) as Y.XmlElement;
const letterOf = (index: number): string => String.fromCharCode(97 + (index % 26));

function written(operations: number, write: (texts: readonly Y.XmlText[], done: number) => void): Written {
  const texts = Array.from({ length: BLOCKS }, () => new Y.XmlText(''));
  const { doc, made } = begun(texts);
  for (let done = 0; done < operations;) {
    const end = Math.min(operations, done + PIECE);
    doc.transact(() => {
      for (; done < end; done += 1) write(texts, done);
    });
  }
  return { updates: made, letters: lettersIn(doc) };
}

/** Begun as every document begins; a block for each text. `made` grows with what is written in it. */
function begun(texts: readonly Y.XmlText[]): { doc: Y.Doc; made: Uint8Array[] } {
  const doc = new Y.Doc();
  const seed = Buffer.from(DOCUMENT_SEED, 'base64');
  Y.applyUpdate(doc, seed);
  const made: Uint8Array[] = [seed];
  doc.on('update', (update: Uint8Array) => made.push(update));
  const group = groupIn(doc);
  doc.transact(() => {
    group.delete(0, group.length);
    group.insert(0, texts.map((text) => {
      const [container, paragraph] = [new Y.XmlElement('blockContainer'), new Y.XmlElement('paragraph')];
      container.setAttribute('id', randomUUID());
      paragraph.insert(0, [text]);
      container.insert(0, [paragraph]);
      return container;
    }));
  });
  return { doc, made };
}
