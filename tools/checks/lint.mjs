import { run } from '../run.mjs';

/** One run over everything: type-aware rules share their program. Counts as one check. */
export async function lint() {
  const { code } = await run('eslint', ['.', '--max-warnings', '0']);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}
