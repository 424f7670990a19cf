import type { Presence } from '@parvis/contracts';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SocketServerHolder } from '../streams/rooms.ts';
import type { Ephemera } from './ephemera.ts';
import { PresenceBoard } from './presence.ts';

let told: [string, Presence][];

/** Boards of several processes, between which a message goes by `wire`. */
function boardOn(wire: EventEmitter): PresenceBoard {
  const server = {
    on: (type: string, listener: (message: unknown) => void) => wire.on(type, listener),
    serverSideEmit: (type: string, message: unknown) => wire.emit(type, structuredClone(message)),
  };
  const ephemera = { presence: (userId: string, presence: Presence) => { told.push([userId, presence]); } };
  return new PresenceBoard({ server } as unknown as SocketServerHolder, ephemera as unknown as Ephemera);
}

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a person with several devices', () => {
  it('is there while somebody is at one of them, and away once all are idle', () => {
    const board = boardOn(new EventEmitter());
    board.set('ann', 'laptop', true);
    board.set('ann', 'phone', true);
    board.set('ann', 'phone', false);
    expect(board.of('ann')).toBe('online');
    board.set('ann', 'laptop', false);
    expect(board.of('ann')).toBe('away');
    board.remove('ann', 'laptop');
    board.set('ann', 'phone', true);
    expect(told).toEqual([['ann', 'online'], ['ann', 'away'], ['ann', 'online']]);
  });

  it('is gone some seconds after the last connection, and a reload is no absence', () => {
    const board = boardOn(new EventEmitter());
    board.set('ann', 'first', true);
    board.remove('ann', 'first');
    vi.advanceTimersByTime(4_000);
    board.set('ann', 'second', true);
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([['ann', 'online']]);
    board.remove('ann', 'second');
    vi.advanceTimersByTime(6_000);
    expect(board.of('ann')).toBe('offline');
    expect(told).toEqual([['ann', 'online'], ['ann', 'offline']]);
  });
});

describe('in several processes', () => {
  it('counts everywhere where somebody is connected, from the start', () => {
    const wire = new EventEmitter();
    const [first, second] = [boardOn(wire), boardOn(wire)];
    first.start(true);
    first.set('ann', 'laptop', true);
    second.start(true);
    expect(second.of('ann')).toBe('online');
    second.set('ann', 'phone', true);
    first.remove('ann', 'laptop');
    vi.advanceTimersByTime(6_000);
    expect(first.of('ann')).toBe('online');
    second.stop();
    expect(first.of('ann')).toBe('offline');
    first.stop();
  });

  it('is not online for ever because of one that died without a word', () => {
    const wire = new EventEmitter();
    const survivor = boardOn(wire);
    survivor.start(true);
    wire.emit('presence', { from: 'dead', presences: [['ann', 'online']] });
    expect(survivor.of('ann')).toBe('online');
    vi.advanceTimersByTime(41_000);
    expect(survivor.of('ann')).toBe('offline');
    expect(told).toEqual([['ann', 'online'], ['ann', 'offline']]);
    survivor.stop();
  });
});
