import { expect, it } from 'vitest';
import { ownLevel, theirLevel } from './connection-level.ts';

const open = { way: 'open', unreachable: false, quality: { loss: 0, rtt: 20 } } as const;

it('never calls a connection good that carries nothing', () => {
  for (const quality of [null, { loss: 0, rtt: 20 }]) {
    expect(ownLevel({ way: 'looking', unreachable: false, quality })).toBe('looking');
    expect(ownLevel({ way: 'looking', unreachable: true, quality })).toBe(0);
    // Known once: stays so while it is tried anew.
    expect(ownLevel({ way: 'idle', unreachable: true, quality })).toBe(0);
  }
  expect(ownLevel({ way: 'open', unreachable: false, quality: null })).toBe('unknown');
  expect(ownLevel({ way: 'open', unreachable: false, quality: { loss: null, rtt: null } })).toBe('unknown');
});

it('goes by what gets lost, and by answers where there is nothing to lose', () => {
  expect([0, 2, 8].map((loss) => ownLevel({ ...open, quality: { loss, rtt: 20 } }))).toEqual([3, 2, 1]);
  expect(ownLevel({ ...open, quality: { loss: null, rtt: 20 } })).toBe(3);
});

it('says of others what arrives of them, and nothing of them while nothing arrives at all', () => {
  expect([10, 7, 3, 0, null].map((score) => theirLevel({ away: false, score, own: open }))).toEqual([3, 2, 1, 0, 'unknown']);
  expect(theirLevel({ away: true, score: 10, own: open })).toBe(0);
  expect(theirLevel({ away: false, score: 10, own: { ...open, way: 'looking' } })).toBe('looking');
  expect(theirLevel({ away: false, score: 10, own: { ...open, unreachable: true } })).toBe(0);
});
