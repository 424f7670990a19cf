import { hasRedis, startRedis, startTestServer, type TestAccount, type TestRedis, type TestServer } from '@parvis/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type Edit, type Fault, Peer } from '../../fixtures/document-peer.ts';
import { codeOf, readState, Writer } from '../../fixtures/documents.ts';

vi.setConfig({ testTimeout: 300_000 });

type Action =
  | { do: 'edit'; who: number; edit: Edit }
  | { do: 'say'; who: number; twice: boolean; deaf: boolean }
  | { do: 'fail'; who: number; fault: Fault }
  | { do: 'leave'; who: number }
  | { do: 'comeBack'; who: number }
  | { do: 'kill'; process: number };

const who = fc.nat(2);
const edit = fc.record({ how: fc.constantFrom('paragraph' as const, 'insert' as const, 'insert' as const, 'delete' as const, 'bold' as const, 'remove' as const), block: fc.nat(9), at: fc.nat(30), length: fc.nat(6) });
const actions = (kills: boolean): fc.Arbitrary<Action[]> => fc.array(fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('edit' as const), who, edit }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('say' as const), who, twice: fc.boolean(), deaf: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('fail' as const), who, fault: fc.constantFrom('drop' as const, 'repeat' as const, 'hold' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('comeBack' as const), who }) },
  ...(kills ? [{ weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), process: fc.nat(3) }) }] : []),
), { minLength: 10, maxLength: 40 });

async function gather(server: TestServer): Promise<TestAccount[]> {
  await server.setUp();
  return [await server.createUser('Olga'), await server.createUser('Bob'), await server.createUser('Carol')];
}

/** One run in a new document: all of it at once, then everybody must have the same, and all that was said to be kept. */
async function run(server: TestServer, people: readonly TestAccount[], todo: readonly Action[]): Promise<void> {
  const [first, ...others] = people as [TestAccount, ...TestAccount[]];
  const { channel } = await first.api.call('openConversation', { body: { userIds: others.map(({ user }) => user.id) } });
  const { document } = await first.api.call('createDocument', { body: { channelId: channel.id } });
  const peers = await Promise.all(people.map((person, index) => Peer.join(server.urls[index % server.urls.length]!, person, document.id)));
  try {
    const underway: Promise<unknown>[] = [];
    for (const action of todo) {
      const peer = peers['who' in action ? action.who : 0]!;
      if (action.do === 'edit') peer.edit(action.edit);
      else if (action.do === 'say') underway.push(peer.say(action));
      else if (action.do === 'fail') peer.fail(action.fault);
      else if (action.do === 'leave') peer.leave();
      else if (action.do === 'comeBack') await peer.comeBack();
      else if (action.do === 'kill') {
        const victim = server.processes[action.process % server.processes.length]!;
        await victim.kill('SIGKILL');
        await victim.start();
      }
    }
    await Promise.all(underway);
    for (const peer of peers) await peer.settle();
    for (const peer of peers) await peer.catchUp();
    await expectAgreement(first, document.id, peers);
  } finally {
    for (const peer of peers) peer.writer.socket.disconnect();
  }
}

async function expectAgreement(reader: TestAccount, documentId: string, peers: readonly Peer[]): Promise<void> {
  const { head, updates } = await readState(reader, documentId);
  const fresh = new Y.Doc();
  for (const update of updates) Y.applyUpdate(fresh, update);
  const text = fresh.getXmlFragment('document').toJSON();
  for (const { writer, pending } of peers) {
    expect(pending.size).toBe(0);
    expect(writer.doc.getXmlFragment('document').toJSON()).toBe(text);
    expect(writer.doc.store.pendingStructs).toBeNull();
  }
  // Applying what is there already changes nothing.
  const changed: unknown[] = [];
  fresh.on('update', (update: unknown) => changed.push(update));
  for (const update of peers.flatMap(({ kept }) => kept)) Y.applyUpdate(fresh, update);
  expect(changed).toEqual([]);
  expect(head).toBe(peers.reduce((sum, { kept }) => sum + kept.length, 0));
  expect((await readState(reader, documentId)).head).toBe(head);
}

describe('people who write in one document', () => {
  let server: TestServer;
  let people: TestAccount[];
  beforeAll(async () => {
    server = await startTestServer();
    people = await gather(server);
  });
  afterAll(() => server?.stop());

  it('end with the same, whatever is lost, doubled, late or written offline', async () => {
    await fc.assert(fc.asyncProperty(actions(false), (todo) => run(server, people, todo)), { numRuns: 20, endOnFailure: true });
  });

  it('lose nothing that was said to be kept when the server is killed', async () => {
    const write = (index: number): Action[] => [{ do: 'edit', who: index % 3, edit: { how: 'paragraph', block: 0, at: index, length: 3 } }, { do: 'say', who: index % 3, twice: false, deaf: false }];
    await run(server, people, [...Array.from({ length: 9 }, (_, index) => write(index)).flat(), { do: 'kill', process: 0 }, ...Array.from({ length: 6 }, (_, index) => write(index)).flat()]);
    await fc.assert(fc.asyncProperty(actions(true), (todo) => run(server, people, todo)), { numRuns: 4, endOnFailure: true });
  });
});

describe.skipIf(!hasRedis)('with two processes and Redis between them', () => {
  let redis: TestRedis;
  let server: TestServer;
  let people: TestAccount[];
  beforeAll(async () => {
    redis = await startRedis();
    server = await startTestServer({ processes: 2, env: { REDIS_URL: redis.url } });
    people = await gather(server);
  });
  afterAll(async () => {
    await server?.stop();
    await redis?.stop();
  });

  it('people end with the same, also when either process is killed', async () => {
    await fc.assert(fc.asyncProperty(actions(false), (todo) => run(server, people, todo)), { numRuns: 6, endOnFailure: true });
    await fc.assert(fc.asyncProperty(actions(true), (todo) => run(server, people, todo)), { numRuns: 2, endOnFailure: true });
  });

  it('updates, who is there, and a lost right reach the other one', async () => {
    const [olga, bob] = people as [TestAccount, TestAccount];
    const { document } = await olga.api.call('createDocument', { body: {} });
    await olga.api.call('grantDocumentToUser', { params: { id: document.id, userId: bob.user.id }, body: { role: 'editor' } });
    const one = await Writer.connect(server.urls[0]!, olga, document.id);
    const two = await Writer.connect(server.urls[1]!, bob, document.id);
    await Promise.all([one.open(), two.open()]);
    await one.write('across');
    await expect.poll(() => two.words).toEqual(['across']);
    const awareness = new Awareness(two.doc);
    awareness.setLocalState({ cursor: null });
    await two.ask('document_awareness', { documentId: document.id, update: Buffer.from(encodeAwarenessUpdate(awareness, [two.doc.clientID])).toString('base64') });
    await expect.poll(() => one.told.document_awareness.length).toBe(1);
    await olga.api.call('revokeDocumentFromUser', { params: { id: document.id, userId: bob.user.id } });
    expect(await codeOf(two.write('too late'))).toBe('not_found');
    await expect.poll(() => two.told.document_closed.length).toBe(1);
    await one.write('alone');
    expect(two.words).toEqual(['across', 'too late']);
    awareness.destroy();
    for (const { socket } of [one, two]) socket.disconnect();
  });
});
