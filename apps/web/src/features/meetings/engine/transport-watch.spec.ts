import type { types } from 'mediasoup-client';
import { beforeEach, expect, it } from 'vitest';
import { ManualClock } from './fixtures/manual-clock.ts';
import { TransportWatch } from './transport-watch.ts';

class FakeTransport {
  connectionState: types.ConnectionState = 'new';
  private listener: (state: types.ConnectionState) => void = () => undefined;

  on(_event: 'connectionstatechange', listener: (state: types.ConnectionState) => void): void {
    this.listener = listener;
  }

  become(state: types.ConnectionState): void {
    this.connectionState = state;
    this.listener(state);
  }
}

let clock: ManualClock;
let transport: FakeTransport;
let watch: TransportWatch;
let told: string[];

beforeEach(() => {
  clock = new ManualClock();
  transport = new FakeTransport();
  told = [];
  watch = new TransportWatch(transport, clock, { onRestart: () => told.push('restart'), onLost: () => told.push('lost'), onState: () => undefined });
  transport.become('connecting');
  transport.become('connected');
});

it('leaves a short loss alone', async () => {
  transport.become('disconnected');
  await clock.advance(900);
  transport.become('connected');
  await clock.advance(60_000);
  expect(told).toEqual([]);
  expect(watch.isWell).toBe(true);
});

it('asks ICE to look anew after a second, and is well once it found a way', async () => {
  transport.become('disconnected');
  await clock.advance(1_000);
  expect(told).toEqual(['restart']);
  expect(watch.isWell).toBe(false);
  transport.become('connected');
  await clock.advance(60_000);
  expect(told).toEqual(['restart']);
  expect(watch.isWell).toBe(true);
});

it('gives up when that does not help either, and does so only once', async () => {
  transport.become('failed');
  expect(told).toEqual(['restart']);
  transport.become('connecting');
  transport.become('failed');
  await clock.advance(60_000);
  expect(told).toEqual(['restart', 'lost']);
});

it('looks at once when the network changed, and never after it was stopped', async () => {
  transport.become('disconnected');
  watch.look();
  expect(told).toEqual(['restart']);
  watch.stop();
  await clock.advance(60_000);
  expect(told).toEqual(['restart']);
});
