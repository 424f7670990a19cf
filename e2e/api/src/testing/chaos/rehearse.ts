import type { TestServer } from '@parvis/testing';
import { vi } from 'vitest';
import { expectAgreement } from './agreement.ts';
import { type Action, carryOut } from './chaos.ts';
import { Participant } from './participant.ts';

/** People in one team, spread over the server's processes. */
export async function gather(server: TestServer, names: readonly string[]): Promise<{ teamId: string; people: Participant[] }> {
  const owner = await server.setUp();
  const { team } = await owner.api.call('createTeam', { body: { name: 'Chaos' } });
  const people: Participant[] = [];
  for (const [index, name] of names.entries()) {
    const account = await server.createUser(name, { teamIds: [team.id] });
    people.push(new Participant(account, server.urls[index % server.urls.length]!));
  }
  await Promise.all(people.map((person) => person.start()));
  return { teamId: team.id, people };
}

/** One run in a new channel: all of it, then agreement. */
export async function rehearse(server: TestServer, teamId: string, people: readonly Participant[], todo: readonly Action[]): Promise<void> {
  const [first, ...others] = people;
  const name = `run-${crypto.randomUUID().slice(0, 8)}`;
  const { channel } = await first!.reliable.call('createChannel', {
    body: { teamId, kind: 'private', name, memberIds: others.map((person) => person.account.user.id) },
  });
  await vi.waitFor(() => {
    for (const person of people) if (person.client.state?.channels[channel.id] === undefined) throw new Error('not joined yet');
  }, { timeout: 10_000 });
  await Promise.all(people.map((person) => person.open(channel.id)));
  const sent = await carryOut(todo, { server, teamId, people, channelId: channel.id, name });
  await expectAgreement(people, channel.id, sent);
}
