import { expect, it } from 'vitest';
import { matchesPerson } from './matches-person.ts';

const person = { name: 'Hélène Le Goff-Martin', email: 'helene@example.org' };

it('finds a person by the beginning of any of their names, without accents', () => {
  for (const query of ['hel', 'HÉL', 'le g', 'martin', 'helene@', '']) expect(matchesPerson(person, query), query).toBe(true);
  for (const query of ['lene', 'off', 'example']) expect(matchesPerson(person, query), query).toBe(false);
});
