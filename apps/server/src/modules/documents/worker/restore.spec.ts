import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { DOCUMENT_SEED } from '@parvis/contracts';
import { restore as restoreFrom } from './restore.ts';

const SEED = Buffer.from(DOCUMENT_SEED, 'base64');
const restore = (now: readonly Uint8Array[], then: readonly Uint8Array[]) => restoreFrom(now, then, SEED);

/** A block as the editor has it: an id, a kind, words in two looks, blocks below it. */
interface Block {
  id: string;
  kind: string;
  level: number;
  words: string;
  bold: boolean;
  below: Block[];
}

const blockOf = (depth: number): fc.Arbitrary<Block> =>
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    kind: fc.constantFrom('paragraph', 'heading'),
    level: fc.nat(3),
    words: fc.oneof(fc.constantFrom('one two', 'one three', '', '🙂🙃'), fc.string({ maxLength: 8 })),
    bold: fc.boolean(),
    below: depth === 0 ? fc.constant([]) : fc.array(blockOf(depth - 1), { maxLength: 3 }),
  });
const blocks = fc.array(blockOf(2), { maxLength: 6 });

function elementOf({ id, kind, level, words, bold, below }: Block): Y.XmlElement {
  const container = new Y.XmlElement('blockContainer');
  container.setAttribute('id', id);
  const content = new Y.XmlElement(kind);
  // A number, as the editor writes it.
  content.setAttribute('level', level as unknown as string);
  const text = new Y.XmlText();
  text.applyDelta([{ insert: words, attributes: bold ? { bold: true } : {} }, { insert: '.' }]);
  content.insert(0, [text]);
  container.insert(0, [content, ...(below.length === 0 ? [] : [groupOf(below)])]);
  return container;
}
function groupOf(content: readonly Block[]): Y.XmlElement {
  const group = new Y.XmlElement('blockGroup');
  group.insert(0, content.map(elementOf));
  return group;
}
function documentOf(content: readonly Block[]): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment('document').insert(0, [groupOf(content)]);
  return doc;
}
const seeded = (): Y.Doc => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, SEED);
  return doc;
};
const group = (doc: Y.Doc): Y.XmlElement => doc.getXmlFragment('document').get(0) as Y.XmlElement;
const stateOf = (doc: Y.Doc): Uint8Array[] => [Y.encodeStateAsUpdate(doc)];
function contentOf(node: Y.XmlFragment | Y.XmlElement | Y.XmlText): unknown {
  if (node instanceof Y.XmlText) return node.toDelta();
  return [node instanceof Y.XmlElement ? [node.nodeName, node.getAttributes()] : [], ...node.toArray().map((child) => contentOf(child as Y.XmlElement))];
}
const shown = (doc: Y.Doc): unknown => contentOf(doc.getXmlFragment('document'));
const block = (id: string, words: string, below: Block[] = []): Block => ({ id, kind: 'paragraph', level: 0, words, bold: false, below });
const textIn = (container: unknown): Y.XmlText => ((container as Y.XmlElement).get(0) as Y.XmlElement).get(0) as Y.XmlText;

describe('the change that makes a document what it was', () => {
  it('makes any document what any other one was, and has nothing to say after that', () => {
    fc.assert(fc.property(blocks, blocks, (now, then) => {
      const [doc, former] = [documentOf(now), documentOf(then)];
      const update = restore(stateOf(doc), stateOf(former));
      if (update) Y.applyUpdate(doc, update);
      expect(shown(doc)).toEqual(shown(former));
      expect(restore(stateOf(doc), stateOf(former))).toBeNull();
    }), { numRuns: 200 });
  });

  it('keeps what is the same: places in it stay, and it costs little', () => {
    const many = Array.from({ length: 300 }, (_, index) => block(`${index}`, `line ${index}`));
    const doc = documentOf(many);
    const former = new Y.Doc();
    Y.applyUpdate(former, Y.encodeStateAsUpdate(doc));
    const place = Y.createRelativePositionFromTypeIndex(textIn(group(doc).get(200)), 4);
    group(doc).delete(0, 3);
    textIn(group(doc).get(10)).insert(5, 'else ');
    const update = restore(stateOf(doc), stateOf(former))!;
    expect(update.byteLength).toBeLessThan(1_000);
    Y.applyUpdate(doc, update);
    expect(shown(doc)).toEqual(shown(former));
    const found = Y.createAbsolutePositionFromRelativePosition(place, doc);
    expect(found?.index).toBe(4);
    expect(found?.type === textIn(group(doc).get(200))).toBe(true);
  });

  it('leaves what others write meanwhile in other blocks, and beside what it changes in one', () => {
    const doc = documentOf([block('a', 'alpha'), block('b', 'beta'), block('c', 'gamma')]);
    const former = new Y.Doc();
    Y.applyUpdate(former, Y.encodeStateAsUpdate(doc));
    textIn(group(doc).get(0)).insert(5, ' spoilt');
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const update = restore(stateOf(doc), stateOf(former))!;
    textIn(group(other).get(2)).insert(0, 'still ');
    textIn(group(other).get(0)).insert(0, 'and ');
    Y.applyUpdate(other, update);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    Y.applyUpdate(doc, update);
    expect([0, 1, 2].map((index) => textIn(group(doc).get(index)).toString())).toEqual(['and alpha.', 'beta.', 'still gamma.']);
    expect(shown(doc)).toEqual(shown(other));
  });

  it('makes a whiteboard what it was, as the newest state of its elements, and touches only what differs', () => {
    const doc = new Y.Doc();
    const board = doc.getMap<{ text?: string; isDeleted?: boolean; version: number }>('elements');
    board.set('same', { text: 'square', version: 1 });
    board.set('moved and back', { text: 'star', version: 1 });
    board.set('changed', { text: 'circle', version: 3 });
    board.set('removed', { text: 'heart', version: 2 });
    board.set('forgotten', { text: 'line', version: 2 });
    const former = new Y.Doc();
    Y.applyUpdate(former, Y.encodeStateAsUpdate(doc));
    board.set('moved and back', { text: 'star', version: 5 });
    board.set('changed', { text: 'oval', version: 8 });
    board.set('removed', { isDeleted: true, version: 4 });
    board.delete('forgotten');
    board.set('later', { text: 'arrow', version: 1 });
    const touched: string[] = [];
    board.observe(({ keysChanged }) => touched.push(...keysChanged as Set<string>));
    Y.applyUpdate(doc, restore(stateOf(doc), stateOf(former))!);
    const texts = Object.fromEntries([...board].map(([key, { text, version }]) => [key, [text, version]]));
    expect(texts).toEqual({ same: ['square', 1], 'moved and back': ['star', 5], changed: ['circle', 9], removed: ['heart', 5], forgotten: ['line', 3] });
    expect(touched.sort()).toEqual(['changed', 'forgotten', 'later', 'removed']);
    expect(restore(stateOf(doc), stateOf(former))).toBeNull();
  });

  it('makes it empty again', () => {
    const doc = documentOf([block('a', 'alpha')]);
    Y.applyUpdate(doc, restore(stateOf(doc), [])!);
    expect(doc.getXmlFragment('document').length).toBe(0);
    expect(restore([], [])).toBeNull();
  });

  it('leaves what every text begins with where it has begun: nobody could begin it anew', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, SEED);
    group(doc).insert(1, [elementOf(block('a', 'alpha'))]);
    const begun = group(doc);
    Y.applyUpdate(doc, restore(stateOf(doc), [])!);
    expect(group(doc) === begun).toBe(true);
    expect(shown(doc)).toEqual(shown(seeded()));
    expect(restore(stateOf(doc), [])).toBeNull();
  });
});
