import type { RunningMeeting } from './with-meeting.ts';

export interface Fault {
  /** Milliseconds without media that are allowed. */
  readonly budget: number;
  /** Milliseconds that the network itself was away: nobody can have media then. */
  readonly away?: number;
  /** Resolves once all that is to happen has happened. */
  readonly happens: (meeting: RunningMeeting) => Promise<void>;
}

/** As promised to people: back within ten seconds, without doing anything. */
const BACK = 10_000;
/** What should be noticed by nobody. */
const UNNOTICED = 1_000;

/** In this order: each leaves the meeting as the next one expects it. */
export const FAULTS: Record<string, Fault> = {
  'loss-200ms': { budget: BACK, away: 200, happens: ({ road }) => road.lose(200) },
  'loss-5s': { budget: BACK, away: 5_000, happens: ({ road }) => road.lose(5_000) },
  'address-changed': { budget: BACK, happens: ({ road }) => Promise.resolve(road.changeAddresses()) },
  'server-killed': {
    budget: UNNOTICED,
    happens: async ({ server }) => {
      await server.kill9();
      await server.start();
    },
  },
  'worker-killed': {
    budget: BACK,
    happens: async ({ first }) => {
      const [pid] = await first.workerPids();
      process.kill(pid!, 'SIGKILL');
    },
  },
  'host-killed': {
    budget: BACK,
    happens: async ({ first }) => {
      await first.kill9();
      await first.start();
    },
  },
  drained: {
    budget: UNNOTICED,
    happens: async ({ first, second }) => {
      await second.start();
      await first.kill('SIGTERM');
    },
  },
  /** The other host has to take over: it is waited for as long as one that restarts would take. */
  'host-gone': {
    budget: BACK,
    happens: async ({ first, second }) => {
      await first.start();
      await second.kill9();
    },
  },
};
