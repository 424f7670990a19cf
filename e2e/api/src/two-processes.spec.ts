import { hasRedis, startRedis, startTestServer, type TestRedis, type TestServer } from '@parvis/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { actions, type Action } from './testing/chaos/chaos.ts';
import type { Participant } from './testing/chaos/participant.ts';
import { gather, rehearse } from './testing/chaos/rehearse.ts';

let redis: TestRedis;
let server: TestServer;
let teamId: string;
let people: Participant[];

const run = (todo: readonly Action[]) => rehearse(server, teamId, people, todo);
const burst = (who: number): Action => ({ do: 'send', who, count: 40 });

describe.skipIf(!hasRedis)('clients of two server processes with Redis between them', () => {
  beforeAll(async () => {
    redis = await startRedis();
    server = await startTestServer({ processes: 2, env: { REDIS_URL: redis.url } });
    ({ teamId, people } = await gather(server, ['Alice', 'Bob', 'Carol']));
  });

  afterAll(async () => {
    for (const person of people ?? []) person.stop();
    await server?.stop();
    await redis?.stop();
  });

  it('agree after any interleaving', async () => {
    await fc.assert(fc.asyncProperty(actions({ kills: false }), run), { numRuns: 10, endOnFailure: true });
  });

  it('agree when either process is killed', async () => {
    await run([burst(0), burst(1), { do: 'kill', process: 0 }, burst(2), burst(0), { do: 'kill', process: 1 }, burst(1)]);
    await fc.assert(fc.asyncProperty(actions({ kills: true }), run), { numRuns: 3, endOnFailure: true });
  });
});
