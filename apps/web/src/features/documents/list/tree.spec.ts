import type { SeenDocument } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { moveByStep, moveInto } from './tree-moves.ts';
import { buildNodes, nodesAbove, type SectionKey, type TreeNodes } from './tree-nodes.ts';

const seen = (id: string, position: string, parentId: string | null = null): SeenDocument =>
  ({ document: { id, position, parentId, title: id }, role: 'manager', favourite: false, hasChildren: false }) as unknown as SeenDocument;

/** a, b (b1, b2), c of my own; x in a conversation. */
const nodes = buildNodes([
  ['recent', [seen('b1', 'a0', 'b')]],
  ['personal', [seen('c', 'a2'), seen('b2', 'a1', 'b'), seen('a', 'a0'), seen('b', 'a1'), seen('b1', 'a0', 'b')]],
  ['channel:k', [seen('x', 'a0', 'hidden')]],
  ['trash', []],
  ['templates', null],
]);
const parents = (of: TreeNodes) => (id: string): string | undefined =>
  ['root', 'personal', 'channel:k', 'recent', 'personal|b'].find((above) => of.childrenOf(above).includes(id));
const step = (id: string, way: 'up' | 'down' | 'in' | 'out', section: SectionKey = 'personal') => moveByStep(nodes, `${section}|${id}`, way, parents(nodes));

describe('the tree of documents', () => {
  it('puts each below its parent, in order; at the top where the parent is not for my eyes', () => {
    expect(nodes.childrenOf('root')).toEqual(['recent', 'personal', 'channel:k', 'trash', 'templates']);
    expect(nodes.childrenOf('personal')).toEqual(['personal|a', 'personal|b', 'personal|c']);
    expect(nodes.childrenOf('personal|b')).toEqual(['personal|b1', 'personal|b2']);
    expect(nodes.childrenOf('channel:k')).toEqual(['channel:k|x']);
    expect(nodes.childrenOf('recent')).toEqual(['recent|b1']);
  });

  it('knows what a document stands below, where it has its place', () => {
    expect(nodesAbove(nodes, 'b1')).toEqual(['personal', 'personal|b']);
    expect(nodesAbove(nodes, 'x', 'channel:k')).toEqual([]);
    expect(nodesAbove(nodes, 'nobody')).toBeUndefined();
  });

  it('says what is empty, and what is not read yet', () => {
    expect(nodes.get('trash|note')).toEqual({ kind: 'note', note: 'empty' });
    expect(nodes.get('templates|note')).toEqual({ kind: 'note', note: 'loading' });
  });
});

describe('moving', () => {
  it('goes to a place among the others, without counting itself', () => {
    expect(moveInto(nodes, 'personal|a', 'personal', 0)).toEqual({ afterId: null });
    expect(moveInto(nodes, 'personal|a', 'personal', 2)).toEqual({ afterId: 'c' });
    expect(moveInto(nodes, 'personal|a', 'personal|b', 1)).toEqual({ parentId: 'b', afterId: 'b1' });
    expect(moveInto(nodes, 'personal|a', 'channel:k')).toEqual({ channelId: 'k' });
  });

  it('goes nowhere in a section that is no place', () => {
    for (const section of ['recent', 'trash', 'templates']) expect(moveInto(nodes, 'personal|a', section), section).toBeUndefined();
  });

  it('goes step by step, and not past the ends', () => {
    expect(step('b', 'up')).toEqual({ afterId: null });
    expect(step('c', 'up')).toEqual({ afterId: 'a' });
    expect(step('a', 'down')).toEqual({ afterId: 'b' });
    expect([step('a', 'up'), step('c', 'down'), step('a', 'in'), step('a', 'out')]).toEqual([undefined, undefined, undefined, undefined]);
    expect(step('c', 'in')).toEqual({ parentId: 'b' });
    expect(step('b1', 'out')).toEqual({ afterId: 'b' });
    expect(step('b1', 'up', 'recent')).toBeUndefined();
  });
});
