import { restoreElements } from '@excalidraw/excalidraw';
import type * as Y from 'yjs';
import { type BoardElement, byIndex, readElement, type Stamp, stampOf } from './board-element.ts';

/** Root type of a whiteboard in its Yjs document: an element under its id. */
export const elementsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('elements');

export interface ReadBoard {
  /** What a scene begins with, from the lowest to the uppermost. */
  elements: BoardElement[];
  /** Of the document's elements, which the scene may have had to mend. */
  stamps: Map<string, Stamp>;
}

/** What stands on a whiteboard now. It changes nothing. */
export function readBoard(doc: Y.Doc): ReadBoard {
  const read = [...elementsOf(doc)].flatMap(([id, value]) => readElement(id, value) ?? []);
  const elements = read.filter((element): element is BoardElement => 'type' in element).sort(byIndex);
  const stamps = new Map(read.map((element) => [element.id, stampOf(element)]));
  return { elements: restoreElements(elements, null, { repairBindings: true }), stamps };
}
