// @vitest-environment jsdom
import './fixtures/no-canvas.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { BoardElement } from './board-element.ts';
import { DrawnBoard, element, IDLE, meet } from './fixtures/drawn-board.ts';
import { elementsOf } from './read-board.ts';

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
/** Two people look at a board on which these lie. */
function two(...drawn: BoardElement[]): [DrawnBoard, DrawnBoard] {
  const one = new DrawnBoard();
  one.draw(...drawn);
  return [one, new DrawnBoard(copyOf(one.doc))];
}
function settle(one: DrawnBoard, other: DrawnBoard): void {
  meet(one.doc, other.doc);
  for (const board of [one, other]) board.binding.changed(board.gesture);
  meet(one.doc, other.doc);
}

describe('a whiteboard and its document', () => {
  it('writes nothing by being opened, also when it has to mend what it reads', () => {
    const doc = new Y.Doc();
    elementsOf(doc).set('1', element('1', { index: 'a1' }));
    elementsOf(doc).set('2', element('2', { index: 'a1' }));
    elementsOf(doc).set('3', element('3', { index: 'nothing', boundElements: [{ id: 'gone', type: 'arrow' }] }));
    const board = new DrawnBoard(copyOf(doc));
    board.binding.changed(IDLE);
    board.binding.stop();
    expect(board.shown().map(({ id }) => id).sort()).toEqual(['1', '2', '3']);
    expect(board.updates).toEqual([]);
  });

  it('keeps what two people draw at once, and what each changes of different elements', () => {
    const [one, other] = two(element('1'), element('2'));
    one.draw(element('3'));
    other.draw(element('4'));
    one.change('1', { x: 10 });
    other.change('2', { x: 20 });
    settle(one, other);
    for (const board of [one, other]) expect(board.shown().map(({ id, x }) => [id, x])).toEqual([['1', 10], ['2', 20], ['3', 0], ['4', 0]]);
  });

  it('lets the newer of two changes of one element win, whoever made it', () => {
    for (const newer of [0, 1]) {
      const boards = two(element('1'));
      boards[newer]!.change('1', { x: 5 });
      boards[newer]!.change('1', { x: 6 });
      boards[1 - newer]!.change('1', { x: 99 });
      settle(...boards);
      expect(boards.map((board) => board.shown()[0]?.x)).toEqual([6, 6]);
      expect((elementsOf(boards[0].doc).get('1') as { x: number }).x).toBe(6);
    }
  });

  it('removes for all, keeps nothing of what was removed, and brings back what somebody changed after that', () => {
    const [one, other] = two(element('1'), element('2', { type: 'text', text: 'secret', originalText: 'secret', fontSize: 20, fontFamily: 5, lineHeight: 1.25 }));
    one.change('2', { isDeleted: true });
    settle(one, other);
    expect(other.shown().map(({ id }) => id)).toEqual(['1']);
    expect(JSON.stringify(elementsOf(one.doc).toJSON())).not.toContain('secret');
    one.change('1', { isDeleted: true });
    other.change('1', { x: 1 });
    other.change('1', { x: 2 });
    settle(one, other);
    expect([one, other].map((board) => board.shown().map(({ x }) => x))).toEqual([[2], [2]]);
  });

  it('forgets what was removed long ago, while something else is written', () => {
    const doc = new Y.Doc();
    elementsOf(doc).set('old', { id: 'old', isDeleted: true, version: 3, versionNonce: 1, updated: Date.now() - 2 * 24 * 3_600_000 });
    elementsOf(doc).set('new', { id: 'new', isDeleted: true, version: 3, versionNonce: 1, updated: Date.now() });
    const board = new DrawnBoard(doc);
    board.binding.changed(IDLE);
    expect(doc.getMap('elements').has('old')).toBe(true);
    board.draw(element('1'));
    expect([...elementsOf(doc).keys()].sort()).toEqual(['1', 'new']);
  });

  it('takes a moment of the past that is restored, also of what it had removed', () => {
    const [one, other] = two(element('1'), element('2'));
    const then = copyOf(one.doc);
    one.change('1', { x: 50 });
    one.change('2', { isDeleted: true });
    one.draw(element('3'));
    settle(one, other);
    // As the server does it: set what differs as newer than what is there, remove what was not.
    one.doc.transact(() => {
      const map = elementsOf(one.doc);
      map.delete('3');
      for (const [id, value] of elementsOf(then)) map.set(id, { ...(value as object), version: 9 });
    }, 'server');
    settle(one, other);
    for (const board of [one, other]) expect(board.shown().map(({ id, x }) => [id, x])).toEqual([['1', 0], ['2', 0]]);
    one.change('2', { isDeleted: true });
    settle(one, other);
    one.doc.transact(() => { elementsOf(one.doc).delete('2'); }, 'server');
    meet(one.doc, other.doc);
    one.doc.transact(() => { elementsOf(one.doc).set('2', element('2')); }, 'server');
    settle(one, other);
    expect(one.shown().map(({ id }) => id)).toEqual(['1', '2']);
  });

  it('leaves what is being typed alone, and looks at what others made of it afterwards', () => {
    const [one, other] = two(element('1'));
    one.gesture = { ...IDLE, editingTextElement: one.elements[0] as never };
    other.change('1', { x: 7 });
    meet(one.doc, other.doc);
    one.binding.changed(one.gesture);
    expect(one.shown()[0]?.x).toBe(0);
    one.gesture = IDLE;
    one.binding.changed(IDLE);
    expect(one.shown()[0]?.x).toBe(7);
  });

  it('writes a long stroke now and then while it is drawn, and whole when it ends', () => {
    vi.useFakeTimers();
    const board = new DrawnBoard();
    const drawing = element('1', { type: 'freedraw', points: [[0, 0], [1, 1]], pressures: [] });
    board.gesture = { ...IDLE, cursorButton: 'down', newElement: drawing as never };
    board.draw(drawing);
    for (let at = 2; at < 1_000; at += 1) {
      vi.advanceTimersByTime(10);
      board.change('1', { points: Array.from({ length: at }, (_, index) => [index, index * 2]) });
    }
    const bytes = board.updates.reduce((sum, update) => sum + update.byteLength, 0);
    expect(board.updates.length).toBeGreaterThan(5);
    expect(bytes).toBeLessThan(300_000);
    board.gesture = IDLE;
    board.binding.changed(IDLE);
    expect((elementsOf(board.doc).get('1') as { points: unknown[] }).points).toHaveLength(999);
    vi.useRealTimers();
  });

  it('writes much at once in pieces, and takes what is too large from the scene', () => {
    const onTooLarge = vi.fn();
    const board = new DrawnBoard(new Y.Doc(), { onTooLarge });
    const text = (id: string, size: number) => element(id, { type: 'text', text: 'x'.repeat(size), originalText: '', fontSize: 20 });
    board.draw(...Array.from({ length: 20 }, (_, index) => text(`${index}`, 100_000)), text('huge', 600_000));
    expect(Math.max(...board.updates.map(({ byteLength }) => byteLength))).toBeLessThan(400_000);
    expect(elementsOf(board.doc).size).toBe(20);
    expect(board.shown().some(({ id }) => id === 'huge')).toBe(false);
    expect(onTooLarge).toHaveBeenCalledOnce();
  });

  it('writes nothing of somebody who only reads', () => {
    const board = new DrawnBoard(new Y.Doc(), { editable: false });
    board.draw(element('1'));
    board.binding.stop();
    expect(board.updates).toEqual([]);
  });

  it('puts what was there beside a drawing that takes the place of the scene', () => {
    const board = new DrawnBoard();
    board.draw(element('1'));
    board.elements = [element('2')];
    board.binding.changed(IDLE);
    expect(board.shown().map(({ id }) => id)).toEqual(['1', '2']);
    expect([...elementsOf(board.doc).keys()]).toEqual(['1', '2']);
  });

  it('writes an image only once its file is there, and says that it is', () => {
    let held = true;
    const board = new DrawnBoard(new Y.Doc(), { isHeld: ({ type }) => type === 'image' && held });
    board.draw(element('1', { type: 'image', fileId: null, status: 'pending', scale: [1, 1] }));
    expect(board.updates).toEqual([]);
    held = false;
    board.change('1', { fileId: 'f' });
    expect(elementsOf(board.doc).get('1')).toMatchObject({ fileId: 'f', status: 'saved' });
  });

  it('shows the rest when somebody wrote what no client of ours writes', () => {
    const doc = new Y.Doc();
    const map = elementsOf(doc);
    map.set('1', element('1'));
    for (const [id, value] of Object.entries({
      a: null, b: 'text', c: { id: 'c' }, d: element('other'), e: element('e', { type: 'iframe' }), f: element('f', { x: Number.NaN }), g: element('g', { type: 'line' }),
      h: element('h', { type: 'freedraw', points: [['x', 1]] }), i: element('i', { groupIds: 'x' }), j: element('j', { version: -1 }), k: element('k', { type: 'text' }),
    })) map.set(id, value);
    map.set('l', new Y.Map([['id', 'l']]));
    const board = new DrawnBoard(doc);
    expect(board.shown().map(({ id }) => id)).toEqual(['1']);
    map.set('1', 'spoilt');
    expect(board.shown()).toEqual([]);
    map.set('1', element('1'));
    expect(board.shown().map(({ id }) => id)).toEqual(['1']);
  });

  it('ends with the same for all, whatever three people do in whatever order they hear of it', () => {
    const step = fc.record({ who: fc.nat(2), what: fc.constantFrom('draw', 'move', 'remove', 'revive', 'meet'), id: fc.nat(4).map(String), with: fc.nat(2), x: fc.nat(100) });
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const boards = [new DrawnBoard(), new DrawnBoard(), new DrawnBoard()];
      for (const { who, what, id, with: whom, x } of steps) {
        const board = boards[who]!;
        const there = board.elements.some((each) => each.id === id);
        if (what === 'draw' && !there) board.draw(element(id, { index: null }));
        else if (what === 'move' && there) board.change(id, { x });
        else if ((what === 'remove' || what === 'revive') && there) board.change(id, { isDeleted: what === 'remove' });
        else if (what === 'meet' && who !== whom) meet(board.doc, boards[whom]!.doc);
      }
      for (let round = 0; round < 3; round += 1) for (const [a, b] of [[0, 1], [1, 2], [0, 2]] as const) settle(boards[a]!, boards[b]!);
      const contents = boards.map((board) => board.shown().map(({ id, x, index }) => [id, x, index]));
      expect(contents[1]).toEqual(contents[0]);
      expect(contents[2]).toEqual(contents[0]);
      const kept = [...elementsOf(boards[0]!.doc).values()].filter((each) => !(each as BoardElement).isDeleted).map((each) => (each as BoardElement).id).sort();
      expect(kept).toEqual(contents[0]!.map(([id]) => id).sort());
    }), { numRuns: 100 });
  });
});
