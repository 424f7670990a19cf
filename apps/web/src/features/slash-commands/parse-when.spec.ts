import { describe, expect, it } from 'vitest';
import { parseSpan, parseWhen } from './parse-when.ts';

/** A Wednesday. */
const now = new Date(2026, 2, 25, 14, 30, 20);
const at = (day: number, hour: number, minute = 0) => new Date(2026, 2, day, hour, minute);

describe('when', () => {
  it.each([
    ['en', 'buy milk tomorrow 9:00', at(26, 9), 'buy milk'],
    ['en', 'tomorrow at 9am call Ann', at(26, 9), 'call Ann'],
    ['en', 'tomorrow water the plants', at(26, 9), 'water the plants'],
    ['en', 'at 17:15 go home', at(25, 17, 15), 'go home'],
    ['en', 'on Friday send the report', at(27, 9), 'send the report'],
    ['fr', 'appeler Zoé demain 9h', at(26, 9), 'appeler Zoé'],
    ['fr', 'demain à 14h30 la réunion', at(26, 14, 30), 'la réunion'],
    ['fr', 'vendredi envoyer le rapport', at(27, 9), 'envoyer le rapport'],
    ['fr', 'tomorrow 9:00 standup', at(26, 9), 'standup'],
    ['en', 'demain 9h appeler', at(26, 9), 'appeler'],
  ])('%s: %s', async (language, text, moment, rest) => {
    expect(await parseWhen(text, language, now)).toEqual({ at: moment, rest });
  });

  it.each([
    ['en', 'in 3 hours stretch', 3 * 60, 'stretch'],
    ['en', 'stretch in 20 minutes', 20, 'stretch'],
    ['fr', 'dans 2 heures manger', 120, 'manger'],
    ['fr', 'manger dans 15 minutes', 15, 'manger'],
  ])('%s: %s', async (language, text, minutes, rest) => {
    const when = await parseWhen(text, language, now);
    expect(Math.round((when!.at.getTime() - now.getTime()) / 60_000)).toBe(minutes);
    expect(when!.rest).toBe(rest);
  });

  it('is none where none is named', async () => {
    expect(await parseWhen('buy milk', 'en', now)).toBeNull();
    expect(await parseWhen('', 'fr', now)).toBeNull();
  });
});

it.each([['en', '30 minutes', 30], ['en', 'for 2 hours', 120], ['fr', '2 heures', 120], ['fr', 'pendant 45 minutes', 45]])('span %s: %s', async (language, text, minutes) => {
  expect(Math.round(((await parseSpan(text, language, now))!.getTime() - now.getTime()) / 60_000)).toBe(minutes);
});

it('takes nothing besides a span', async () => {
  expect(await parseSpan('for ever', 'en', now)).toBeNull();
  expect(await parseSpan('30 minutes of rest please', 'en', now)).toBeNull();
});
