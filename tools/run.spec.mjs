import { expect, test } from 'vitest';
import { run, toolEnvironment } from './run.mjs';

const evaluate = (script, options) => run(process.execPath, ['--eval', script], options);

test('resolves to the exit code', async () => {
  expect(await evaluate('process.exitCode = 3')).toMatchObject({ code: 3 });
});

test('a program that a signal ended has a code that is not zero', async () => {
  expect(await evaluate("process.kill(process.pid, 'SIGTERM')")).toMatchObject({ code: 143 });
});

test('a program that is not there has a code that is not zero', async () => {
  expect(await run('no-such-program-here', [], { quiet: true })).toMatchObject({ code: 127 });
});

test('collects what the program prints', async () => {
  expect(await evaluate("console.log('é'.repeat(3))", { capture: true })).toEqual({ code: 0, stdout: 'ééé\n' });
});

test('the pinned tools come before those of the machine', () => {
  expect(toolEnvironment().PATH).toMatch(/^[^:;]*node_modules.\.bin[:;]/);
});
