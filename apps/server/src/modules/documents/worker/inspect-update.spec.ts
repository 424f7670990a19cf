import { DOCUMENT_SEED } from '@parvis/contracts';
import { createEncoder, toUint8Array, writeVarUint, writeUint8, writeVarString } from 'lib0/encoding';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { digest } from './digest.ts';
import { inspectUpdate } from './inspect-update.ts';

const refusal = (bytes: Uint8Array): string | null => {
  const found = inspectUpdate(bytes);
  return 'refusal' in found ? found.refusal : null;
};
/** What a change of a new document makes. */
function made(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => { change(doc); });
  return Y.encodeStateAsUpdate(doc);
}
/** Structs of one client as raw bytes, each by what writes it. */
function raw(count: number, clock: number, write: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array {
  const encoder = createEncoder();
  for (const number of [1, count, 7, clock]) writeVarUint(encoder, number);
  for (let index = 0; index < count; index += 1) write(encoder);
  writeVarUint(encoder, 0);
  return toUint8Array(encoder);
}
/** A letter behind that clock of the same client. */
const letterBehind = (clock: number, own: number) => raw(1, own, (encoder) => {
  writeUint8(encoder, 0x80 | 4);
  writeVarUint(encoder, 7);
  writeVarUint(encoder, clock);
  writeVarString(encoder, 'a');
});
/** The same without the list of what was deleted, which Yjs ends an update with. */
function withoutDeletions(update: Uint8Array): Uint8Array {
  const list = createEncoder();
  const { clients } = Y.decodeUpdate(update).ds;
  writeVarUint(list, clients.size);
  for (const [client, ranges] of clients) for (const number of [client, ranges.length, ...ranges.flatMap(({ clock, len }) => [clock, len])]) writeVarUint(list, number);
  return Uint8Array.from([...update.subarray(0, update.byteLength - toUint8Array(list).byteLength), 0]);
}
const nested = (depth: number) => made((doc) => {
  let node: Y.XmlFragment | Y.XmlElement = doc.getXmlFragment('document');
  for (let level = 0; level < depth; level += 1) {
    const child = new Y.XmlElement('p');
    node.insert(0, [child]);
    node = child;
  }
});

describe('an update from anybody', () => {
  it('names its clients', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'words');
    expect(inspectUpdate(Y.encodeStateAsUpdate(doc))).toEqual({ clients: [doc.clientID] });
  });

  it('is refused when Yjs could not apply it: it would fail for everybody, for good', () => {
    const poison = letterBehind(5, 0);
    expect(() => { Y.applyUpdate(new Y.Doc(), poison); }).toThrow();
    expect(refusal(poison)).toBe('builds on what comes after it');
    expect(refusal(letterBehind(0, 0))).toBe('builds on what comes after it');
    // Behind what may come yet.
    expect(refusal(letterBehind(4, 5))).toBeNull();
  });

  it('is refused with clocks that can’t be written, with documents in it, too deep, in too many pieces, or saying nothing', () => {
    const far = raw(2, 0, (encoder) => { writeUint8(encoder, 0); writeVarUint(encoder, Number.MAX_SAFE_INTEGER - 1); });
    expect(refusal(far)).toBe('a clock that no client has');
    expect(refusal(made((doc) => { doc.getMap('m').set('inner', new Y.Doc()); }))).toBe('a document inside of a document');
    let value: unknown = 1;
    for (let level = 0; level < 150; level += 1) value = [value];
    expect(refusal(made((doc) => { doc.getMap('m').set('deep', value); }))).toBe('values inside of too many values');
    expect(refusal(nested(150))).toBeNull();
    expect(refusal(nested(5_000))).toBe('elements inside of too many elements');
    expect(refusal(raw(100_001, 0, (encoder) => { writeUint8(encoder, 0); writeVarUint(encoder, 1); }))).toBe('too many pieces in one update');
    expect(refusal(Y.encodeStateAsUpdate(new Y.Doc()))).toBe('the update says nothing');
    expect(refusal(Buffer.from('not yjs at all'))).toBe('not a Yjs update');
  });

  it('may hold what is left of what every document begins with, and tell everybody that it is gone', () => {
    const seed = Buffer.from(DOCUMENT_SEED, 'base64');
    const seeded = (): Y.Doc => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, seed);
      return doc;
    };
    const group = (doc: Y.Doc): Y.XmlElement => doc.getXmlFragment('document').get(0) as Y.XmlElement;
    const changes: ((doc: Y.Doc) => void)[] = [
      (doc) => { group(doc).delete(0, 1); },
      (doc) => { (group(doc).get(0) as Y.XmlElement).delete(0, 1); },
      (doc) => { (group(doc).get(0) as Y.XmlElement).setAttribute('id', 'another'); },
      (doc) => { doc.getXmlFragment('document').delete(0, 1); },
    ];
    for (const change of changes) {
      const doc = seeded();
      change(doc);
      doc.getText('t').insert(0, 'words');
      const whole = Y.encodeStateAsUpdate(doc);
      expect(inspectUpdate(whole)).toEqual({ clients: [doc.clientID] });
      const [fresh, before] = [new Y.Doc(), seeded()];
      for (const each of [fresh, before]) Y.applyUpdate(each, whole);
      expect(fresh.getXmlFragment('document').toString()).toBe(before.getXmlFragment('document').toString());
      // Without saying so, it would be gone only for those who have not begun.
      expect(refusal(withoutDeletions(whole))).toContain('begins with');
    }
    const beyond = seeded();
    beyond.clientID = 1;
    beyond.getText('t').insert(0, 'x');
    beyond.getText('t').delete(0, 1);
    expect(refusal(Y.encodeStateAsUpdate(beyond))).toContain('begins with');
  });

  it('is either refused or applied by everybody, whatever was done to its bytes', () => {
    const seeds = [letterBehind(4, 5), nested(3), made((doc) => {
      const [map, text, fragment] = [doc.getMap('elements'), doc.getText('t'), doc.getXmlFragment('document')];
      map.set('a', { x: [1, 'two', null, true, 2.5], bytes: new Uint8Array([1, 2]) });
      text.insert(0, 'some words', { bold: true });
      text.delete(2, 3);
      const paragraph = new Y.XmlElement('paragraph');
      paragraph.setAttribute('level', '2');
      fragment.push([paragraph, new Y.XmlText('end')]);
    })];
    const damage = fc.array(fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }), how: fc.constantFrom('set', 'insert', 'remove') }), { maxLength: 4 });
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.tuple(fc.constantFrom(...seeds), damage).map(([seed, changes]) => {
      const copy = [...seed];
      for (const { at, byte, how } of changes) copy.splice(at % copy.length, how === 'insert' ? 0 : 1, ...(how === 'remove' ? [] : [byte]));
      return new Uint8Array(copy);
    }));
    let taken = 0;
    fc.assert(fc.property(bytes, (update) => {
      if (refusal(update) !== null) return;
      taken += 1;
      const base = made((doc) => { doc.getText('t').insert(0, 'before'); doc.getXmlFragment('document').push([new Y.XmlElement('p')]); });
      for (const order of [[base, update], [update, base], [update, update]]) {
        const fresh = new Y.Doc();
        for (const each of order) Y.applyUpdate(fresh, each);
        digest(order);
      }
    }), { numRuns: 4_000 });
    expect(taken).toBeGreaterThan(100);
  });
});

it('reads a document of any depth', () => {
  const whole = digest([nested(30_000)]);
  expect(whole.text).toBe('');
});
