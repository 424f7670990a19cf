import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Config, ConfigError } from './config.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parvis-config-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(text: string): Promise<string> {
  const name = path.join(folder, `${Math.random()}`);
  await writeFile(name, text);
  return name;
}

describe('settings', () => {
  it('have a default for everything', () => {
    expect(new Config({}, [])).toMatchObject({ port: 3000, publicUrl: 'http://localhost:3000', secureCookies: false, trustedProxies: [], databaseUrl: undefined });
  });

  it('read secrets from files, as containers hand them over', async () => {
    const env = {
      DATABASE_URL_FILE: await file('postgres://parvis:secret@db/parvis\n'),
      PARVIS_ADMIN_PASSWORD_FILE: await file('plum harbour tilts quietly\n'),
      PARVIS_SMTP_URL_FILE: await file(''),
    };
    expect(new Config(env, [])).toMatchObject({
      databaseUrl: 'postgres://parvis:secret@db/parvis', adminPassword: 'plum harbour tilts quietly', smtpUrl: undefined,
    });
  });

  it('name the file that cannot be read', () => {
    expect(() => new Config({ DATABASE_URL_FILE: '/nowhere/secret' }, [])).toThrow(new ConfigError('DATABASE_URL_FILE: /nowhere/secret cannot be read (ENOENT)'));
  });

  it.each([
    [{ PARVIS_PORT: '70000' }, 'PARVIS_PORT'], [{ PARVIS_PORT: 'http' }, 'PARVIS_PORT'], [{ DATABASE_URL: 'db' }, 'DATABASE_URL'],
    [{ PARVIS_ADMIN_EMAIL: 'admin' }, 'PARVIS_ADMIN_EMAIL'], [{ PARVIS_LOG_LEVEL: 'loud' }, 'PARVIS_LOG_LEVEL'],
  ])('that make no sense are named: %j', (env, name) => {
    expect(() => new Config(env, [])).toThrow(name);
  });

  it('take an empty variable for a missing one', () => {
    expect(new Config({ PARVIS_PORT: '', DATABASE_URL: '' }, []).port).toBe(3000);
  });

  it('make cookies secure by the public address', () => {
    expect(new Config({ PARVIS_PUBLIC_URL: 'https://chat.example/' }, [])).toMatchObject({ publicUrl: 'https://chat.example', secureCookies: true });
  });

  it('let sockets live in another process only with a way to reach it', () => {
    expect(() => new Config({}, ['--roles=api'])).toThrow(ConfigError);
    expect([...new Config({ REDIS_URL: 'redis://cache' }, ['--roles=api']).roles]).toEqual(['api']);
    expect(() => new Config({}, ['--roles=api,cook'])).toThrow('cook');
  });
});
