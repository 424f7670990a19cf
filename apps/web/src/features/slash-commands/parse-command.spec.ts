import { expect, it } from 'vitest';
import { parseCommand } from './parse-command.ts';

it('reads a word behind a slash and what follows', () => {
  expect(parseCommand('/me')).toEqual({ name: 'me', argument: '' });
  expect(parseCommand('/ME  waves \nat all ')).toEqual({ name: 'me', argument: 'waves \nat all' });
});

it('takes nothing else for a command', () => {
  for (const text of ['/', '/etc/passwd', '//', '1/2', 'see /me', '/me2', '/é', '/a-b']) expect(parseCommand(text)).toBeNull();
});
