import { expect, it } from 'vitest';
import { parsePoll } from './parse-poll.ts';

it.each([
  ['', '', []],
  ['Lunch?', 'Lunch?', []],
  ['Lunch? | Pizza | Salad', 'Lunch?', ['Pizza', 'Salad']],
  ['"Where to eat?" "Pizza" "The other place"', 'Where to eat?', ['Pizza', 'The other place']],
  ['« On mange où ? » « Pizza » « Salade »', 'On mange où ?', ['Pizza', 'Salade']],
  ['Lunch?\nPizza\n\nSalad', 'Lunch?', ['Pizza', 'Salad']],
])('%j', (text, question, options) => {
  expect(parsePoll(text)).toEqual({ question, options });
});
