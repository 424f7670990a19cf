// Writes the secrets that compose.yaml hands to its containers, once: existing ones are kept.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? fileURLToPath(new URL('secrets', import.meta.url));
const written = [];

// Compose mounts the files as they are, for containers that run as other users: the folder is what
// keeps people on this machine out.
mkdirSync(folder, { recursive: true, mode: 0o700 });
const password = keep('database-password', random);
keep('database-url', () => `postgres://parvis:${password}@database:5432/parvis`);
keep('sfu-secret', random);
const turnSecret = keep('turn-secret', random);
keep('turn-config', () => turnConfig(turnSecret));
console.log(written.length > 0 ? `Wrote ${written.join(', ')} to ${folder}.` : `The secrets in ${folder} are kept.`);

function random() {
  return randomBytes(24).toString('base64url');
}

function keep(name, make) {
  const file = path.join(folder, name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const value = make();
  writeFileSync(file, value, { mode: 0o644 });
  written.push(name);
  return value;
}

/** Credentials are made by Parvis, for hours; nobody gets into your network through it. */
function turnConfig(secret) {
  const inside = ['0.0.0.0-0.255.255.255', '10.0.0.0-10.255.255.255', '100.64.0.0-100.127.255.255', '127.0.0.0-127.255.255.255', '169.254.0.0-169.254.255.255', '172.16.0.0-172.31.255.255', '192.168.0.0-192.168.255.255'];
  return [
    'use-auth-secret', `static-auth-secret=${secret}`, 'fingerprint', 'no-cli', 'no-multicast-peers', 'stale-nonce=600',
    'min-port=49160', 'max-port=49959', 'user-quota=20', 'log-file=stdout', 'simple-log',
    ...inside.map((range) => `denied-peer-ip=${range}`), 'denied-peer-ip=::1', 'denied-peer-ip=fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'denied-peer-ip=fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '',
  ].join('\n');
}
