// Writes the secrets that compose.yaml hands to its containers, once: existing ones are kept.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? fileURLToPath(new URL('secrets', import.meta.url));
const passwordFile = path.join(folder, 'database-password');

// Compose mounts the files as they are, for containers that run as other users: the folder is what
// keeps people on this machine out.
mkdirSync(folder, { recursive: true, mode: 0o700 });
if (existsSync(passwordFile)) {
  console.log(`The secrets in ${folder} are kept.`);
} else {
  const password = randomBytes(24).toString('base64url');
  writeFileSync(path.join(folder, 'database-url'), `postgres://parvis:${password}@database:5432/parvis`, { mode: 0o644 });
  writeFileSync(passwordFile, password, { mode: 0o644 });
  console.log(`Wrote the secrets to ${folder}.`);
}
