import { QueryFailedError } from 'typeorm';
import { expect, it } from 'vitest';
import { createLogger } from './log.ts';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  let text = '';
  write(createLogger('info', { write: (line) => { text += line; } }));
  return text;
}

it('says of a failed statement what failed, and nothing of what people wrote', () => {
  const driverError = Object.assign(new Error('duplicate key'), { code: '23505', constraint: 'app_user_email', detail: 'Key (email)=(ann@acme.test) exists' });
  const error = new QueryFailedError('INSERT INTO message VALUES ($1)', ['the words of a message'], driverError);
  const text = logged((logger) => logger.error({ err: new Error('outer', { cause: error }) }, 'request failed'));
  expect(text).toContain('app_user_email');
  expect(text).toContain('duplicate key');
  expect(text).not.toContain('the words');
  expect(text).not.toContain('ann@acme.test');
});

it('leaves secrets and texts out wherever they stand', () => {
  const text = logged((logger) => logger.info({ body: { password: 'hush', token: 'hush', text: 'hush' }, req: { headers: { cookie: 'hush', authorization: 'hush' } } }, 'x'));
  expect(text).not.toContain('hush');
});
