import * as Y from 'yjs';
import { BOARD_ROOT, TEXT_ROOT } from './digest.ts';
import { aligned } from './align.ts';
import { restoreBoard } from './restore-board.ts';
import { restoreText } from './restore-text.ts';

/**
 * The change that makes a document what it was: an update of a Yjs client of its own; null when
 * nothing differs. Only what differs is removed and written: blocks that are the same stay the very
 * ones that they are, with what points into them, and with what others write in them meanwhile.
 * `seed`: what every text begins with; where it has begun, an empty one is this, since nobody can
 * begin it anew.
 */
export function restore(now: readonly Uint8Array[], then: readonly Uint8Array[], seed: Uint8Array): Uint8Array | null {
  const [doc, former] = [load(now), load(then)];
  if (former.getXmlFragment(TEXT_ROOT).length === 0 && [...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(seed)).keys()].some((client) => doc.store.clients.has(client))) Y.applyUpdate(former, seed);
  const made: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => made.push(update));
  doc.transact(() => {
    restoreChildren(doc.getXmlFragment(TEXT_ROOT), former.getXmlFragment(TEXT_ROOT), new Contents());
    restoreBoard(doc.getMap(BOARD_ROOT), former.getMap(BOARD_ROOT));
  });
  doc.destroy();
  former.destroy();
  return made.length === 0 ? null : Y.mergeUpdates(made);
}

function load(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  while (doc.store.clients.has(doc.clientID)) doc.clientID = new Y.Doc().clientID;
  return doc;
}

type Node = Y.XmlElement | Y.XmlText;

/** Gives nodes that hold the same the same number. */
class Contents {
  private readonly numbers = new Map<string, number>();
  private readonly known = new Map<Node, number>();

  of(node: Node): number {
    let number = this.known.get(node);
    if (number === undefined) {
      const text = this.describe(node);
      number = this.numbers.get(text) ?? this.numbers.size;
      this.numbers.set(text, number);
      this.known.set(node, number);
    }
    return number;
  }

  private describe(node: Node): string {
    if (node instanceof Y.XmlText) return `text ${JSON.stringify(node.toDelta())}`;
    return JSON.stringify([node.nodeName, sorted(node.getAttributes()), node.toArray().map((child) => this.of(child as Node))]);
  }
}

const sorted = (attributes: object): [string, unknown][] => Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));

/** What a node stays through changes of what it holds: its kind, and its id when it has one. */
const identity = (node: Node): string => (node instanceof Y.XmlElement ? `${node.nodeName} ${String((node.getAttributes() as Record<string, unknown>).id ?? '')}` : 'text');

function restoreChildren(now: Y.XmlFragment, then: Y.XmlFragment, contents: Contents): void {
  const [before, wanted] = [now.toArray() as Node[], then.toArray() as Node[]];
  const pairs = aligned(before, wanted, (node) => contents.of(node), identity);
  // From the end, so that the places of what comes before stay what they are.
  let [beforeEnd, wantedEnd] = [before.length, wanted.length];
  for (const { from, to } of [...pairs.reverse(), { from: -1, to: -1 }]) {
    if (beforeEnd > from + 1) now.delete(from + 1, beforeEnd - from - 1);
    if (wantedEnd > to + 1) now.insert(from + 1, wanted.slice(to + 1, wantedEnd).map(copyOf));
    [beforeEnd, wantedEnd] = [from, to];
    const [one, other] = [before[from], wanted[to]];
    if (!one || !other || contents.of(one) === contents.of(other)) continue;
    if (one instanceof Y.XmlElement && other instanceof Y.XmlElement) {
      restoreAttributes(one, other);
      restoreChildren(one, other, contents);
    } else if (one instanceof Y.XmlText && other instanceof Y.XmlText) restoreText(one, other);
    else {
      now.delete(from, 1);
      now.insert(from, [copyOf(other)]);
    }
  }
}

function restoreAttributes(now: Y.XmlElement, then: Y.XmlElement): void {
  const [before, wanted] = [now.getAttributes() as Record<string, unknown>, then.getAttributes() as Record<string, unknown>];
  for (const name of Object.keys(before)) if (!(name in wanted)) now.removeAttribute(name);
  for (const [name, value] of Object.entries(wanted)) if (JSON.stringify(before[name]) !== JSON.stringify(value)) now.setAttribute(name, value as string);
}

/** With all its attributes: the copies that Yjs makes keep only those that are strings. */
function copyOf(node: Node): Node {
  if (!(node instanceof Y.XmlElement)) return node.clone();
  const copy = new Y.XmlElement(node.nodeName);
  for (const [name, value] of Object.entries(node.getAttributes() as Record<string, string>)) copy.setAttribute(name, value);
  copy.insert(0, (node.toArray() as Node[]).map(copyOf));
  return copy;
}
