import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { bin, root } from './paths.mjs';

/** The environment in which the pinned Node and the installed tools come first. */
export function toolEnvironment(extra = {}) {
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, ...extra };
}

const running = new Set();

/** Passes a signal on to everything that `run` waits for. */
export function stopRunning(signal) {
  for (const child of running) child.kill(signal);
}

/**
 * Runs a program to its end and resolves to its exit code (128 + n when signal n ended it, as in a
 * shell). With `capture`, its standard output is collected instead of shown.
 */
export function run(program, args, { cwd = root, env = {}, capture = false, quiet = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const output = quiet ? 'ignore' : 'inherit';
    const child = spawn(program, args, {
      cwd,
      shell,
      env: toolEnvironment(env),
      stdio: ['ignore', capture ? 'pipe' : output, output],
    });
    running.add(child);
    let stdout = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
    child.once('error', (error) => {
      if (!quiet) console.error(`${program}: ${error.message}`);
      resolve({ code: 127, stdout });
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? 128 + constants.signals[signal], stdout });
    });
  });
}
