import { setTimeout as passed } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Fault } from './faults.ts';
import type { RunningMeeting } from './with-meeting.ts';

/** A pause of so long is none of a camera's, and after so long without one all is well. Milliseconds. */
const PAUSE = 1_000;
const WELL = 8_000;
/** Given up: what didn't come back counts as this long. */
const MOST = 60_000;

interface Came {
  now: number;
  picture: number[];
  sound: number[];
}
type What = 'picture' | 'sound';
/** Milliseconds. */
export interface Pauses {
  picture: number;
  sound: number;
}

export async function measureFault({ pages, ...meeting }: RunningMeeting, { happens, away = 0 }: Fault): Promise<Pauses> {
  const from = await Promise.all(pages.map(async (page) => (await cameAt(page)).now));
  await happens({ pages, ...meeting });
  const all = await Promise.all(pages.map((page, index) => pausesOf(page, from[index]!)));
  const longest = (what: What) => Math.round(Math.max(0, ...all.map((pauses) => pauses[what] - away)));
  return { picture: longest('picture'), sound: longest('sound') };
}

async function pausesOf(page: Page, from: number): Promise<Pauses> {
  const since = await cameAt(page);
  for (;;) {
    const came = await cameAt(page);
    const times = { picture: during(came.picture, from, came.now), sound: during(came.sound, from, came.now) };
    const wellSince = Math.max(since.now, lastPause(times.picture), lastPause(times.sound));
    const result = { picture: longestPause(times.picture), sound: longestPause(times.sound) };
    if (came.now - wellSince >= WELL || came.now - since.now >= MOST) return result;
    await passed(250);
  }
}

const cameAt = (page: Page): Promise<Came> => page.evaluate(() => ({ now: performance.now(), ...(window as unknown as { mediaCame: Omit<Came, 'now'> }).mediaCame }));

/** With both ends: what doesn't come any more is a pause as well. */
const during = (times: readonly number[], from: number, to: number): number[] => [from, ...times.filter((time) => time > from && time < to), to];
const longestPause = (times: readonly number[]): number => Math.max(...times.slice(1).map((time, index) => time - times[index]!));
/** When the last pause ended. */
const lastPause = (times: readonly number[]): number => Math.max(0, ...times.filter((time, index) => index > 0 && time - times[index - 1]! > PAUSE));
