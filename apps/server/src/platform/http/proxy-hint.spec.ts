import fastify, { type FastifyBaseLogger } from 'fastify';
import { expect, it } from 'vitest';
import { createLogger } from '../log/log.ts';
import { registerProxyHint } from './proxy-hint.ts';

async function warnings(trustProxy: string[] | false, forwarded: string[]): Promise<number> {
  const lines: string[] = [];
  const loggerInstance: FastifyBaseLogger = createLogger('warn', { write: (line) => { lines.push(line); } });
  const server = fastify({ trustProxy, loggerInstance });
  registerProxyHint(server);
  server.get('/', () => 'ok');
  for (const address of forwarded) await server.inject({ url: '/', remoteAddress: '10.0.0.1', headers: address === '' ? {} : { 'x-forwarded-for': address } });
  return lines.filter((line) => line.includes('PARVIS_TRUSTED_PROXIES')).length;
}

it('flags a proxy that is not trusted, once', async () => {
  expect(await warnings(false, ['198.51.100.1', '198.51.100.2'])).toBe(1);
  expect(await warnings(['10.0.0.2'], ['198.51.100.1'])).toBe(1);
});

it('says nothing of a trusted one, nor without one', async () => {
  expect(await warnings(['10.0.0.1'], ['198.51.100.1'])).toBe(0);
  expect(await warnings(false, [''])).toBe(0);
});
