import { streamsBehind, type WorkspaceState } from '@parvis/client-sdk';
import { expect, vi } from 'vitest';
import { type Participant, readHistory } from './participant.ts';

const PATIENCE = { timeout: 60_000, interval: 50 };

/** Once the network is whole again, everybody ends with the same, and nothing that was acknowledged is lost. */
export async function expectAgreement(people: readonly Participant[], channelId: string, sent: readonly string[][]): Promise<void> {
  for (const person of people) person.heal();
  await vi.waitFor(() => {
    for (const person of people) expect(person.outbox.entries).toEqual([]);
  }, PATIENCE);
  for (const person of people) person.client.resynchronise();
  const truth = await readHistory(people[0]!.reliable, channelId);
  await vi.waitFor(async () => {
    for (const person of people) {
      expect(person.client.status).toBe('online');
      expect(streamsBehind(person.client.state!)).toEqual([]);
      expect(person.messages(channelId)).toEqual(truth);
      expect(seen(person.client.state!)).toEqual(seen(await person.fresh()));
    }
  }, PATIENCE);

  people.forEach((person, index) => {
    const mine = truth.filter((message) => message.authorId === person.account.user.id && message.threadId === undefined && message.poll === undefined);
    const living = mine.filter((message) => message.deletedAt === null).map((message) => message.text.replace(/!+$/, ''));
    const deleted = mine.length - living.length;
    const expected = sent[index]!;
    // In the order of sending, each once; gaps only where one was deleted.
    expect(living).toEqual(expected.filter((text) => living.includes(text)));
    expect(living.length + deleted).toBe(expected.length);
    for (const text of expected) expect(person.acknowledged).toContain(text);
  });
  expect(truth.map((message) => message.seq)).toEqual([...new Set(truth.map((message) => message.seq))].sort((a, b) => a - b));
}

/** All but where in its streams a client is, what it looked at, and what it looked up. */
function seen({ streams: _streams, early: _early, windows: _windows, users: _users, votes: _votes, channels, threads, ...shown }: WorkspaceState) {
  const entries = Object.entries(channels).map(([id, { countedTo: _countedTo, ...entry }]) => [id, entry]);
  const followed = Object.entries(threads).map(([id, { countedTo: _countedTo, ...entry }]) => [id, entry]);
  return { ...shown, channels: Object.fromEntries(entries) as unknown, threads: Object.fromEntries(followed) as unknown };
}
