import { expect, it } from 'vitest';
import { usePendingReactions, wantReaction } from './pending-reactions.ts';

const shown = () => usePendingReactions.getState().wanted.get('m')?.get('👍');

/** A server that answers when the test says so. */
function slowServer() {
  const sent: boolean[] = [];
  const waiting: ((refusal?: Error) => void)[] = [];
  const send = (on: boolean) => {
    sent.push(on);
    return new Promise<void>((resolve, reject) => waiting.push((refusal) => (refusal ? reject(refusal) : resolve())));
  };
  return { sent, send, answer: (refusal?: Error) => waiting.shift()?.(refusal) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

it('is shown at once, and no longer once the server has it', async () => {
  const { send, answer } = slowServer();
  const done = wantReaction('m', '👍', true, send);
  expect(shown()).toBe(true);
  answer();
  await done;
  expect(shown()).toBeUndefined();
});

it('gives the last word to someone who changes their mind meanwhile', async () => {
  const { sent, send, answer } = slowServer();
  const done = wantReaction('m', '👍', true, send);
  await wantReaction('m', '👍', false, send);
  await wantReaction('m', '👍', true, send);
  await wantReaction('m', '👍', false, send);
  expect(shown()).toBe(false);
  answer();
  await settled();
  expect(sent).toEqual([true, false]);
  answer();
  await done;
  expect(shown()).toBeUndefined();
});

it('shows what the server has again when it refuses', async () => {
  const { send, answer } = slowServer();
  const done = wantReaction('m', '👍', true, send);
  answer(new Error('refused'));
  await expect(done).rejects.toThrow('refused');
  expect(shown()).toBeUndefined();
});
