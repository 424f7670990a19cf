import { BlockNoteEditor } from '@blocknote/core';
import { blocksToYDoc, yXmlFragmentToBlocks } from '@blocknote/core/yjs';
import * as Y from 'yjs';
import { giveTexts } from './editor/binding/give-texts.ts';
import { seedUpdate } from './editor/binding/seed.ts';
import { documentSchema, FRAGMENT_NAME } from './editor/document-schema.ts';
import type { ReadBlock } from './in/read-block.ts';
import type { AnyBlock } from './out/any-block.ts';

/** Characters of JSON that go into one update: well under what one may have. */
const TOGETHER = 200_000;

let made: ReturnType<typeof create> | undefined;
const create = () => BlockNoteEditor.create({ schema: documentSchema, _tiptapOptions: { injectCSS: false } });
/** Knows the blocks of documents, and is shown nowhere. */
const headless = () => (made ??= create());

/** What a document holds now. It is read from a copy: reading would delete what this client doesn't know. */
export function readBlocks(doc: Y.Doc): AnyBlock[] {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const fragment = copy.getXmlFragment(FRAGMENT_NAME);
  return fragment.length === 0 ? [] : (yXmlFragmentToBlocks(headless(), fragment) as unknown as AnyBlock[]);
}

/** Writes blocks into a document that nobody wrote in yet, in updates that can be pushed one by one. */
export function writeBlocks(doc: Y.Doc, blocks: readonly ReadBlock[]): void {
  const fragment = doc.getXmlFragment(FRAGMENT_NAME);
  if (fragment.length === 0) Y.applyUpdate(doc, seedUpdate(), 'seed');
  const group = fragment.get(0) as Y.XmlElement;
  for (const [index, batch] of batches(blocks).entries()) {
    const source = blocksToYDoc(headless(), batch as never, FRAGMENT_NAME).getXmlFragment(FRAGMENT_NAME).get(0) as Y.XmlElement;
    const copies = source.toArray().map((element) => (element as Y.XmlElement).clone());
    doc.transact((transaction) => {
      group.insert(group.length, copies);
      // The empty one that every document begins with.
      if (index === 0) group.delete(0, group.length - copies.length);
      giveTexts(transaction, headless().pmSchema);
    }, 'import');
  }
}

function batches(blocks: readonly ReadBlock[]): ReadBlock[][] {
  const made: ReadBlock[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    const length = JSON.stringify(block).length;
    if (size + length > TOGETHER) {
      made.push([]);
      size = 0;
    }
    made.at(-1)?.push(block);
    size += length;
  }
  return made;
}
