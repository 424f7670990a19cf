import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * What servers and media hosts of one data folder know together: made by whoever comes first. It
 * appears under its name only when it is whole, so that nobody reads half of it.
 */
export async function sharedSecret(dataDirectory: string): Promise<string> {
  const file = path.join(dataDirectory, 'sfu-secret');
  const known = await readFile(file, 'utf8').catch(() => null);
  if (known !== null) return known.trim();
  await mkdir(dataDirectory, { recursive: true });
  const mine = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(mine, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    await link(mine, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(mine);
  }
  return (await readFile(file, 'utf8')).trim();
}
