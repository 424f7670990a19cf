import { describe, expect, test } from 'vitest';
import { arrange, type Scene } from './arrange.ts';

const scene = (changes: Partial<Scene> = {}): Scene => ({
  participantIds: ['me', 'ann', 'bilal'], meId: 'me', sharing: [], shareOf: null, pinnedId: null, spotlightId: null, speakerId: null, layout: 'auto', ...changes,
});
const shown = (changes?: Partial<Scene>) => {
  const { main, others } = arrange(scene(changes));
  return { main: main && `${main.source} ${main.participantId}`, others: others.map(({ participantId, source }) => `${source} ${participantId}`) };
};

describe('arrange', () => {
  test('shows all in one size, myself last, while there is nothing to look at', () => {
    expect(shown({ speakerId: 'ann' })).toEqual({ main: null, others: ['camera ann', 'camera bilal', 'camera me'] });
  });

  test('shows a shared screen large, and who shares it beside', () => {
    expect(shown({ sharing: ['ann'] })).toEqual({ main: 'screen ann', others: ['camera ann', 'camera bilal', 'camera me'] });
  });

  test('shows the screen that I chose among several, else that of who began last', () => {
    expect(shown({ sharing: ['ann', 'bilal'], shareOf: 'ann' }).main).toBe('screen ann');
    expect(shown({ sharing: ['ann', 'bilal'] }).main).toBe('screen bilal');
    expect(shown({ sharing: ['ann'], shareOf: 'bilal' }).main).toBe('screen ann');
  });

  test('shows who shares the others, and their own screen as one among all, unless they choose it', () => {
    expect(shown({ sharing: ['me'] })).toEqual({ main: null, others: ['screen me', 'camera ann', 'camera bilal', 'camera me'] });
    expect(shown({ sharing: ['ann', 'me'] }).main).toBe('screen ann');
    expect(shown({ sharing: ['ann', 'me'], shareOf: 'me' }).main).toBe('screen me');
  });

  test('shows the other one large where we are two', () => {
    const two = { participantIds: ['me', 'ann'] };
    expect(shown(two)).toEqual({ main: 'camera ann', others: ['camera me'] });
    expect(arrange(scene(two)).beside).toBe('corner');
    expect(shown({ ...two, pinnedId: 'me' })).toEqual({ main: 'camera me', others: ['camera ann'] });
    expect(shown({ ...two, layout: 'grid' })).toEqual({ main: null, others: ['camera ann', 'camera me'] });
    expect(shown({ ...two, sharing: ['me'] })).toEqual({ main: null, others: ['screen me', 'camera ann', 'camera me'] });
    expect(arrange(scene({ ...two, sharing: ['ann'] })).beside).toBe('strip');
  });

  test('puts my pin before a spotlight, a spotlight before a screen', () => {
    expect(shown({ sharing: ['ann'], spotlightId: 'bilal' }).main).toBe('camera bilal');
    expect(shown({ sharing: ['ann'], spotlightId: 'bilal', pinnedId: 'ann' }).main).toBe('camera ann');
  });

  test('forgets who left', () => {
    expect(shown({ pinnedId: 'gone', spotlightId: 'gone' }).main).toBeNull();
    expect(shown({ layout: 'sidebar', speakerId: 'gone' }).main).toBe('camera ann');
  });

  test('shows who speaks large where that is wanted, but never myself', () => {
    expect(shown({ layout: 'sidebar', speakerId: 'bilal' })).toEqual({ main: 'camera bilal', others: ['camera ann', 'camera me'] });
    expect(shown({ layout: 'speaker', speakerId: 'me' })).toEqual({ main: 'camera ann', others: ['camera me'] });
  });

  test('is a grid of everything when that is wanted', () => {
    expect(shown({ layout: 'grid', sharing: ['ann'], pinnedId: 'bilal' })).toEqual({ main: null, others: ['screen ann', 'camera ann', 'camera bilal', 'camera me'] });
  });

  test('shows me when I am alone', () => {
    expect(shown({ participantIds: ['me'], layout: 'speaker' })).toEqual({ main: null, others: ['camera me'] });
  });
});
