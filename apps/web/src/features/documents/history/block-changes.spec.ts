import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { blockChanges } from './block-changes.ts';
import { readBlocks } from './read-blocks.ts';

function element(name: string, attributes: Record<string, unknown>, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
}
const block = (id: string, text: string, kind = 'paragraph', below: Y.XmlElement[] = []): Y.XmlElement =>
  element('blockContainer', { id }, [element(kind, {}, [new Y.XmlText(text)]), ...(below.length === 0 ? [] : [element('blockGroup', {}, below)])]);
function moment(...blocks: Y.XmlElement[]): Uint8Array[] {
  const doc = new Y.Doc();
  doc.getXmlFragment('document').insert(0, [element('blockGroup', {}, blocks)]);
  return [Y.encodeStateAsUpdate(doc)];
}

describe('what differs between two moments', () => {
  it('is told block by block: added, removed, other words, another look; what is the same is counted', () => {
    const before = readBlocks(moment(block('a', 'Title', 'heading'), block('b', 'One'), block('c', 'Two', 'paragraph', [block('d', 'Below')]), block('e', 'Gone')));
    const after = readBlocks(moment(block('a', 'Title', 'heading'), block('b', 'One more'), block('n', 'New'), block('c', 'Two', 'bulletListItem', [block('d', 'Below')])));
    expect(blockChanges(before, after).map((change) => (change.kind === 'same' ? change : [change.kind, change.block.id, change.kind === 'changed' && change.look]))).toEqual([
      { kind: 'same', count: 1 }, ['changed', 'b', false], ['added', 'n', false], ['changed', 'c', true], { kind: 'same', count: 1 }, ['removed', 'e', false],
    ]);
    expect(blockChanges(after, after)).toEqual([{ kind: 'same', count: 5 }]);
    expect(blockChanges([], [])).toEqual([]);
  });

  it('is of tables, captions and blocks below others too', () => {
    const row = (...cells: string[]) => element('tableRow', {}, cells.map((cell) => element('tableCell', {}, [element('tableParagraph', {}, [new Y.XmlText(cell)])])));
    const table = element('blockContainer', { id: 't' }, [element('table', {}, [row('a', 'b'), row('c', 'd')])]);
    const picture = element('blockContainer', { id: 'p' }, [element('image', { caption: 'A cat', name: 'cat.png' }, [])]);
    const blocks = readBlocks(moment(table, picture, block('x', 'Outer', 'paragraph', [block('y', 'Inner')])));
    expect(blocks.map(({ id, depth, text }) => [id, depth, text.replaceAll(/ +/g, ' ')])).toEqual([['t', 0, 'a b \nc d'], ['p', 0, 'A cat cat.png'], ['x', 0, 'Outer'], ['y', 1, 'Inner']]);
  });
});
