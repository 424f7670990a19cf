import { expect, it } from 'vitest';
import { ApiProblem, NetworkFailure } from '../api-problem.ts';
import { FakeSocket } from './fixtures/fake-server.ts';
import { ManualClock } from './fixtures/manual-clock.ts';
import { SocketDoor } from './socket-door.ts';

function opened() {
  const socket = new FakeSocket();
  const clock = new ManualClock();
  const door = new SocketDoor(socket.asSocket, clock);
  door.greet();
  return { socket, clock, door };
}
const failureOf = (promise: Promise<unknown>) => promise.then(() => undefined, (error: unknown) => error);

it('hands back what the server answers, or refuses with its code', async () => {
  const { socket, door } = opened();
  const done = door.ask('meeting_detach', {});
  socket.emitted.at(-1)!.answer!({ ok: true, result: {} });
  expect(await done).toEqual({});
  const refused = failureOf(door.ask('meeting_detach', {}));
  socket.emitted.at(-1)!.answer!({ ok: false, code: 'not_in_meeting' });
  expect(await refused).toMatchObject({ code: 'not_in_meeting' });
  expect(await refused).toBeInstanceOf(ApiProblem);
});

it('fails what is under way when the connection is lost, or when nobody answers', async () => {
  const { clock, door } = opened();
  const lost = failureOf(door.ask('meeting_detach', {}));
  door.lose();
  expect(await lost).toBeInstanceOf(NetworkFailure);
  expect(await failureOf(door.ask('meeting_detach', {}))).toBeInstanceOf(NetworkFailure);
  door.greet();
  const unanswered = failureOf(door.ask('meeting_detach', {}));
  await clock.advance(10_000);
  expect(await unanswered).toBeInstanceOf(NetworkFailure);
});

it('tells of messages until it is told to stop', () => {
  const { socket, door } = opened();
  const seen: unknown[] = [];
  const stop = door.on('meeting_reaction', (message) => seen.push(message));
  socket.push('meeting_reaction', { emoji: 'a' });
  stop();
  socket.push('meeting_reaction', { emoji: 'b' });
  expect(seen).toEqual([{ emoji: 'a' }]);
});
