import { describe, expect, it } from 'vitest';
import { type Place, rankPlaces } from './rank-places.ts';

const place = (title: string, over: Partial<Place> = {}): Place => ({ title, weight: 0, unread: false, ...over });
const titles = (places: Place[], query: string): string[] => rankPlaces(places, query, 10).map(({ title }) => title);

describe('the quick switcher', () => {
  it('shows what is unread, then what is used most, before anything is typed', () => {
    expect(titles([place('a'), place('b', { weight: 3 }), place('c', { weight: 1, unread: true })], '')).toEqual(['c', 'b', 'a']);
  });

  it('finds by the beginning of a word before its middle, and by use among equals', () => {
    const places = [place('redesign'), place('web design'), place('design'), place('designers', { weight: 1 }), place('design-system', { weight: 5 })];
    expect(titles(places, 'design')).toEqual(['design', 'design-system', 'designers', 'web design', 'redesign']);
  });

  it('forgives a letter left out, one too many, another order of two and accents', () => {
    const places = [place('Élodie Berthelot'), place('marketing')];
    for (const query of ['elodie', 'bertelot', 'Bertheloot', 'brethelot', 'berthelot elodie']) expect(titles(places, query), query).toEqual(['Élodie Berthelot']);
  });

  it('finds by keywords, below what is called so', () => {
    expect(titles([place('general', { keywords: 'Sales' }), place('Sales')], 'sales')).toEqual(['Sales', 'general']);
  });

  it('finds other scripts, and nothing for what fits nothing', () => {
    expect(titles([place('我家在上海东边')], '上海')).toEqual(['我家在上海东边']);
    expect(titles([place('marketing')], 'zzz')).toEqual([]);
    expect(titles([place('marketing')], '***')).toEqual([]);
  });
});
