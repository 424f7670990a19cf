import { describe, expect, it } from 'vitest';
import { findCycle } from './project-graph.ts';

const graph = (edges: Record<string, string[]>): Map<string, string[]> => new Map(Object.entries(edges));

describe('findCycle', () => {
  it('accepts a diamond', () => {
    expect(findCycle(graph({ app: ['left', 'right'], left: ['base'], right: ['base'], base: [] }))).toBeUndefined();
  });

  it('names the packages along a cycle', () => {
    expect(findCycle(graph({ app: ['a'], a: ['b'], b: ['c'], c: ['a'] }))).toEqual(['a', 'b', 'c', 'a']);
  });

  it('sees a package that needs itself', () => {
    expect(findCycle(graph({ a: ['a'] }))).toEqual(['a', 'a']);
  });
});
