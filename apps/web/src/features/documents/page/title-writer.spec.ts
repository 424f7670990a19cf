import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TitleWriter } from './title-writer.ts';

let told: { title: string; answer: () => void; refuse: () => void }[];
let writer: TitleWriter;
const onWritten = vi.fn();
const onFailed = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  told = [];
  const write = (title: string) => new Promise<void>((answer, refuse) => told.push({ title, answer, refuse: () => refuse(new Error('no')) }));
  writer = new TitleWriter({ write, onWritten, onFailed });
});
afterEach(() => {
  vi.useRealTimers();
});

const titles = () => told.map(({ title }) => title);
const pause = (milliseconds = 600) => vi.advanceTimersByTimeAsync(milliseconds);

it('writes what was typed last, and not before an earlier one has arrived', async () => {
  writer.type('P');
  writer.type('Pl');
  await pause();
  writer.type('Plan');
  await pause();
  expect(titles()).toEqual(['Pl']);
  told[0]!.answer();
  await pause(0);
  expect(titles()).toEqual(['Pl', 'Plan']);
  expect(onWritten).not.toHaveBeenCalled();
  told[1]!.answer();
  await pause(0);
  expect(onWritten).toHaveBeenCalledOnce();
});

it('tries again what failed, unless something else was typed meanwhile', async () => {
  writer.type('Old');
  await pause();
  writer.type('New');
  told[0]!.refuse();
  await pause(0);
  expect(onFailed).toHaveBeenCalledOnce();
  await pause(5_000);
  expect(titles()).toEqual(['Old', 'New']);
  told[1]!.answer();
  await pause(20_000);
  expect(titles()).toEqual(['Old', 'New']);
});

it('writes at once what is left behind, once', async () => {
  writer.type('Left');
  writer.leave();
  expect(titles()).toEqual(['Left']);
  told[0]!.answer();
  await pause(20_000);
  writer.leave();
  expect(titles()).toEqual(['Left']);
});
