import { startTestServer, type TestServer } from '@parvis/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { ASIDES } from './testing/chaos/asides.ts';
import { actions, type Action } from './testing/chaos/chaos.ts';
import type { Participant } from './testing/chaos/participant.ts';
import { gather, rehearse } from './testing/chaos/rehearse.ts';

let server: TestServer;
let teamId: string;
let people: Participant[];

beforeAll(async () => {
  server = await startTestServer();
  ({ teamId, people } = await gather(server, ['Alice', 'Bob', 'Carol']));
});

afterAll(async () => {
  for (const person of people ?? []) person.stop();
  await server?.stop();
});

const run = (todo: readonly Action[]) => rehearse(server, teamId, people, todo);
const burst = (who: number): Action => ({ do: 'send', who, count: 40 });

describe('clients of one server', () => {
  it('agree after any interleaving of sends, losses, repetitions and reconnections', async () => {
    await fc.assert(fc.asyncProperty(actions({ kills: false }), run), { numRuns: 20, endOnFailure: true });
  });

  it('agree on all that is no message', async () => {
    const each = [0, 1, 2].flatMap((who) => ASIDES.map((aside): Action => ({ do: 'aside', who, aside, pick: who })));
    const settled = each.flatMap((action): Action[] => [action, { do: 'settle' }]);
    await run([burst(0), { do: 'gather', who: 0 }, { do: 'settle' }, ...settled]);
  });

  it('agree when the server is killed in the middle of a burst', async () => {
    await run([burst(0), burst(1), { do: 'kill', process: 0 }, burst(2), { do: 'fault', who: 1, fault: 'loseAnswers', count: 3 }, burst(1), { do: 'kill', process: 0 }, burst(0)]);
  });

  it('agree after anything, kills included', async () => {
    await fc.assert(fc.asyncProperty(actions({ kills: true }), run), { numRuns: 5, endOnFailure: true });
  });
});
