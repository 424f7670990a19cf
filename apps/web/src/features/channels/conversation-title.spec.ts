import { describe, expect, it } from 'vitest';
import { conversationTitle } from './conversation-title.ts';

const names: Record<string, string> = { me: 'Moi Même', a: 'Alice Martin', b: 'Bruno Silva', c: 'Chloé Petit' };
const nameOf = (id: string): string | undefined => names[id];

describe('conversationTitle', () => {
  it('names a direct conversation after the other person', () => {
    expect(conversationTitle({ kind: 'direct', name: null, memberIds: ['me', 'a'] }, 'me', nameOf, 'en')).toBe('Alice Martin');
  });

  it('names a group after the first names of the others', () => {
    expect(conversationTitle({ kind: 'group', name: null, memberIds: ['me', 'c', 'a', 'b'] }, 'me', nameOf, 'fr')).toBe('Alice, Bruno, Chloé');
  });

  it('prefers the name that was given', () => {
    expect(conversationTitle({ kind: 'group', name: 'Launch', memberIds: ['me', 'a', 'b'] }, 'me', nameOf, 'en')).toBe('Launch');
  });

  it('shows something while people are loading', () => {
    expect(conversationTitle({ kind: 'direct', name: null, memberIds: ['me', 'x'] }, 'me', nameOf, 'en')).toBe('…');
  });

  it('names a conversation with myself after me', () => {
    expect(conversationTitle({ kind: 'direct', name: null, memberIds: ['me'] }, 'me', nameOf, 'en')).toBe('Moi Même');
  });
});
