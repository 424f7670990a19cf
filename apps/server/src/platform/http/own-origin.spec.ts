import { expect, it } from 'vitest';
import { isOwnOrigin } from './session.guard.ts';

it.each([
  [undefined, 'chat.example', 'https://chat.example', true],
  ['https://chat.example', 'internal:3000', 'https://chat.example', true],
  ['http://192.168.0.7:3000', '192.168.0.7:3000', 'http://localhost:3000', true],
  ['http://chat.example', 'chat.example', 'https://chat.example', false],
  ['https://evil.example', 'chat.example', 'https://chat.example', false],
  ['https://chat.example.evil.example', 'chat.example', 'https://chat.example', false],
  ['null', 'chat.example', 'https://chat.example', false],
  ['', 'chat.example', 'https://chat.example', false],
])('of origin %j at host %s with the address %s: %s', (origin, host, publicUrl, own) => {
  expect(isOwnOrigin(origin, host, publicUrl)).toBe(own);
});
