import { applyAnswer } from '@parvis/client-sdk';
import type { TestServer } from '@parvis/testing';
import fc from 'fast-check';
import { type Aside, ASIDES, goAside } from './asides.ts';
import type { Participant } from './participant.ts';
import type { Faults } from './unreliable-network.ts';

/** `who` and `message` are taken modulo what there is. */
export type Action =
  | { do: 'send'; who: number; count: number }
  | { do: 'edit' | 'delete' | 'read'; who: number; message: number }
  | { do: 'react'; who: number; message: number; emoji: number; on: boolean }
  | { do: 'reply'; who: number; message: number; count: number; alsoInChannel: boolean }
  | { do: 'readThread' | 'followThread' | 'unfollowThread'; who: number; message: number }
  | { do: 'aside'; who: number; aside: Aside; pick: number }
  | { do: 'fault'; who: number; fault: keyof Faults; count: number }
  | { do: 'disconnect'; who: number }
  /** Opens another channel with everybody, some of whom may be away, and writes in it. */
  | { do: 'gather'; who: number }
  | { do: 'settle' }
  | { do: 'kill'; process: number };

const who = fc.nat(2);
const message = fc.nat(50);

export const actions = (options: { kills: boolean }): fc.Arbitrary<Action[]> =>
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: fc.record({ do: fc.constant('send' as const), who, count: fc.integer({ min: 1, max: 8 }) }) },
      { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('edit' as const, 'delete' as const, 'read' as const), who, message }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('react' as const), who, message: fc.nat(3), emoji: fc.nat(1), on: fc.boolean() }) },
      { weight: 6, arbitrary: fc.record({ do: fc.constant('reply' as const), who, message: fc.nat(2), count: fc.integer({ min: 1, max: 4 }), alsoInChannel: fc.boolean() }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('readThread' as const, 'followThread' as const, 'unfollowThread' as const), who, message: fc.nat(2) }) },
      { weight: 6, arbitrary: fc.record({ do: fc.constant('aside' as const), who, aside: fc.constantFrom(...ASIDES), pick: fc.nat(5) }) },
      { weight: 5, arbitrary: fc.record({ do: fc.constant('fault' as const), who, fault: fc.constantFrom('loseAnswers' as const, 'loseRequests' as const, 'dropEvents' as const, 'repeatEvents' as const), count: fc.integer({ min: 1, max: 4 }) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('disconnect' as const), who }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('gather' as const), who }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
      ...(options.kills ? [{ weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), process: fc.nat(3) }) }] : []),
    ),
    { minLength: 5, maxLength: 25 },
  );

interface Scene {
  server: TestServer;
  teamId: string;
  people: readonly Participant[];
  channelId: string;
  /** Makes the texts of this run unlike all others. */
  name: string;
}

/** Does all of it, most of it at the same time. Answers the texts that were handed to the outboxes, per person in order. */
export async function carryOut(todo: readonly Action[], { server, teamId, people, channelId, name }: Scene): Promise<string[][]> {
  const sent: string[][] = people.map(() => []);
  const underway: Promise<unknown>[] = [];
  for (const action of todo) {
    const person = 'who' in action ? people[action.who % people.length]! : people[0]!;
    switch (action.do) {
      case 'send': {
        const mine = sent[people.indexOf(person)]!;
        for (let count = 0; count < action.count; count += 1) {
          const text = `${name} ${people.indexOf(person)}.${mine.length}`;
          mine.push(text);
          await person.outbox.enqueue(channelId, text);
        }
        break;
      }
      case 'edit':
      case 'delete':
      case 'read':
        // The server may be down or refuse: what it did is in the streams, and only that must agree.
        underway.push(change(action, person, channelId).catch(() => undefined));
        break;
      case 'react':
        underway.push(react(action, person, channelId).catch(() => undefined));
        break;
      case 'reply':
        underway.push(reply(action, person, channelId).catch(() => undefined));
        break;
      case 'readThread':
      case 'followThread':
      case 'unfollowThread':
        underway.push(changeThread(action, person, channelId).catch(() => undefined));
        break;
      case 'aside':
        underway.push(goAside(action.aside, person, { server, teamId, channelId, people, pick: action.pick }).catch(() => undefined));
        break;
      case 'fault':
        person.faults[action.fault] += action.count;
        break;
      case 'disconnect':
        person.disconnect();
        break;
      case 'gather':
        underway.push(gatherElsewhere(person, people, teamId).catch(() => undefined));
        break;
      case 'settle':
        await Promise.all(underway.splice(0));
        break;
      case 'kill': {
        const victim = server.processes[action.process % server.processes.length]!;
        await victim.kill('SIGKILL');
        await victim.start();
        break;
      }
    }
  }
  await Promise.all(underway);
  return sent;
}

/** All react to the same few messages. */
async function react(action: { message: number; emoji: number; on: boolean }, person: Participant, channelId: string): Promise<void> {
  const all = person.messages(channelId);
  const picked = all[action.message % Math.max(1, all.length)];
  if (picked === undefined) return;
  const params = { channelId, messageId: picked.id, emoji: ['👍', '🎉'][action.emoji % 2]! };
  const message = await person.client.api.call(action.on ? 'addReaction' : 'removeReaction', { params });
  person.client.update((state) => applyAnswer(state, message));
}

/** The first messages of the channel that are no replies: all answer the same ones. */
const roots = (person: Participant, channelId: string) => person.messages(channelId).filter((message) => message.threadId === undefined);

async function reply(action: { message: number; count: number; alsoInChannel: boolean }, person: Participant, channelId: string): Promise<void> {
  const all = roots(person, channelId);
  const root = all[action.message % Math.max(1, all.length)];
  if (root === undefined) return;
  for (let count = 0; count < action.count; count += 1) {
    const body = { clientId: crypto.randomUUID(), text: `reply ${crypto.randomUUID()}`, threadId: root.id, ...(action.alsoInChannel && { alsoInChannel: true }) };
    const message = await person.client.api.call('sendMessage', { params: { channelId }, body });
    person.client.update((state) => applyAnswer(state, message));
  }
}

async function changeThread(action: { do: 'readThread' | 'followThread' | 'unfollowThread'; message: number }, person: Participant, channelId: string): Promise<void> {
  const { api } = person.client;
  const all = roots(person, channelId);
  const root = all[action.message % Math.max(1, all.length)];
  if (root === undefined) return;
  const params = { channelId, messageId: root.id };
  if (action.do === 'readThread') await api.call('moveThreadReadCursor', { params, body: { seq: person.client.state!.threads[root.id]?.lastReplySeq ?? 0 } });
  else await api.call(action.do, { params });
}

async function gatherElsewhere(person: Participant, people: readonly Participant[], teamId: string): Promise<void> {
  const memberIds = people.filter((other) => other !== person).map((other) => other.account.user.id);
  const name = `side-${crypto.randomUUID().slice(0, 8)}`;
  const { channel } = await person.reliable.call('createChannel', { body: { teamId, kind: 'private', name, memberIds } });
  await person.reliable.call('sendMessage', { params: { channelId: channel.id }, body: { clientId: crypto.randomUUID(), text: name } });
}

async function change(action: { do: 'edit' | 'delete' | 'read'; message: number }, person: Participant, channelId: string): Promise<void> {
  const { api } = person.client;
  const all = person.messages(channelId);
  const own = all.filter((candidate) => candidate.authorId === person.account.user.id && candidate.deletedAt === null && candidate.poll === undefined);
  const picked = (action.do === 'read' ? all : own)[action.message % Math.max(1, action.do === 'read' ? all.length : own.length)];
  if (picked === undefined) return;
  if (action.do === 'read') await api.call('moveReadCursor', { params: { id: channelId }, body: { seq: picked.seq } });
  // What was sent must be found again: an edit keeps the text, a deletion is left to those edited before.
  else if (action.do === 'edit') await api.call('editMessage', { params: { channelId, messageId: picked.id }, body: { text: `${picked.text}!` } });
  else if (picked.editedAt !== null) await api.call('deleteMessage', { params: { channelId, messageId: picked.id } });
}
