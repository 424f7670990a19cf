import type { Sidebar } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { addSection, addToFavourites, moveConversation, moveSection, removeSection, stepConversation } from './sidebar-order.ts';

const SECTIONS: Sidebar['sections'] = [
  { id: 'f', kind: 'favourites', name: '', collapsed: false, channelIds: ['a', 'b'] },
  { id: 'x', kind: 'own', name: 'X', collapsed: false, channelIds: ['c'] },
  { id: 'y', kind: 'own', name: 'Y', collapsed: true, channelIds: [] },
];
const places = (sections: Sidebar['sections']) => sections.map(({ id, channelIds }) => `${id}:${channelIds.join('')}`).join(' ');

describe('a conversation', () => {
  it('is moved into a section, at a place or at its end, and stands nowhere else', () => {
    expect(places(moveConversation('a', 'x')(SECTIONS))).toBe('f:b x:ca y:');
    expect(places(moveConversation('a', 'x', 0)(SECTIONS))).toBe('f:b x:ac y:');
    expect(places(moveConversation('a', 'f', 1)(SECTIONS))).toBe('f:ba x:c y:');
    expect(places(moveConversation('a', null)(SECTIONS))).toBe('f:b x:c y:');
    expect(places(addToFavourites('c')(SECTIONS))).toBe('f:abc x: y:');
    expect(places(addSection('z', 'Z', 'b')(SECTIONS))).toBe('f:a x:c y: z:b');
  });

  it('goes up and down by steps, from section to section', () => {
    const step = (id: string, by: 1 | -1) => {
      const change = stepConversation(SECTIONS, id, by);
      return change && places(change(SECTIONS));
    };
    expect(step('a', 1)).toBe('f:ba x:c y:');
    expect(step('b', 1)).toBe('f:a x:bc y:');
    expect(step('c', -1)).toBe('f:abc x: y:');
    expect(step('c', 1)).toBe('f:ab x: y:c');
    expect(step('new', -1)).toBe('f:ab x:c y:new');
    expect(step('a', -1)).toBeUndefined();
    expect(step('new', 1)).toBeUndefined();
    expect(places(stepConversation([SECTIONS[0]!], 'b', 1)!([SECTIONS[0]!]))).toBe('f:a');
  });
});

describe('a section', () => {
  it('is moved among the others and removed, favourites never', () => {
    expect(places(moveSection('x', 1)(SECTIONS))).toBe('f:ab y: x:c');
    expect(moveSection('y', 1)(SECTIONS)).toBe(SECTIONS);
    expect(places(removeSection('x')(SECTIONS))).toBe('f:ab y:');
    expect(places(removeSection('f')(SECTIONS))).toBe('f:ab x:c y:');
  });
});
