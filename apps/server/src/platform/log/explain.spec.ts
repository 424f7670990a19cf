import { expect, it } from 'vitest';
import { explain } from './explain.ts';

const failure = (fields: Record<string, unknown>) => Object.assign(new Error('failed\nat length'), fields);

it.each([
  [failure({ code: 'EADDRINUSE', port: 3000 }), 'port 3000 is in use; set PARVIS_PORT to a free one'],
  [failure({ code: 'EACCES', syscall: 'listen', port: 80 }), 'no right to listen on port 80; set PARVIS_PORT to one above 1023'],
  [failure({ code: 'EACCES', syscall: 'mkdir', path: '/srv/parvis' }), 'no right to write /srv/parvis; set PARVIS_DATA_DIR to a folder that is yours'],
  [failure({ code: 'ECONNREFUSED' }), 'the database does not answer (failed); check DATABASE_URL'],
  [failure({}), 'failed'],
  ['nothing to go by', 'nothing to go by'],
])('says in one line what a person can do about it: %s', (error, text) => {
  expect(explain(error)).toBe(text);
});
