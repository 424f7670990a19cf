import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { Config } from '../../platform/config/config.ts';
import { IceServers } from './ice-servers.ts';

const NOW = Date.UTC(2027, 0, 1);
const serversOf = (env: Record<string, string>) => new IceServers(new Config(env, [])).forParticipant('somebody', NOW);

it('gives each participant TURN credentials of their own, which expire, as coturn checks them', () => {
  const [stun, turn] = serversOf({ PARVIS_TURN_URLS: 'stun:a.test:3478, turn:a.test:3478,turns:a.test:5349', PARVIS_TURN_SECRET: 'shared' });
  expect(stun).toEqual({ urls: ['stun:a.test:3478'] });
  const username = `${NOW / 1000 + 12 * 3_600}:somebody`;
  expect(turn).toEqual({ urls: ['turn:a.test:3478', 'turns:a.test:5349'], username, credential: createHmac('sha1', 'shared').update(username).digest('base64') });
});

it('offers no TURN that nobody could use, and nothing where nothing is set up', () => {
  expect(serversOf({ PARVIS_TURN_URLS: 'turn:a.test:3478' })).toEqual([]);
  expect(serversOf({})).toEqual([]);
});
