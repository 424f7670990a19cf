import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DockerfileParser } from 'dockerfile-ast';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json'));
const dockerfile = DockerfileParser.parse(read('docker/Dockerfile'));
const compose = parse(read('docker/compose.yaml'), { strict: true, uniqueKeys: true });

const instructions = (keyword) => dockerfile.getInstructions().filter((instruction) => instruction.getKeyword() === keyword);
const valueOf = (keyword) => instructions(keyword).at(-1)?.getArgumentsContent();

/** What an image knows to run: npm's own commands on scripts that exist, Node on files that exist, Debian's packages. */
function isKnown([program, ...args]) {
  if (program === 'npm' && args[0] === 'ci') return true;
  if (program === 'npm' && args[0] === 'run') return args[1] in manifest.scripts;
  if (program === 'install') return args[0] === '-d';
  if (program === 'apt-get') return args[0] === 'update' || (args[0] === 'install' && args.includes('--no-install-recommends'));
  if (program === 'rm') return args.join(' ') === '-rf /var/lib/apt/lists/*';
  if (program !== 'node') return false;
  const file = args.find((argument) => !argument.startsWith('-'));
  return existsSync(path.join(root, file)) || /^apps\/(server|sfu)\/dist\/main\.mjs$/.test(file);
}

test('the image runs the Node that package.json pins', () => {
  const [argument] = dockerfile.getInitialARGs();
  expect(argument.getProperty()).toMatchObject({ name: 'NODE_VERSION', value: manifest.devDependencies.node });
  for (const from of instructions('FROM')) expect(from.getImage()).toBe('node:${NODE_VERSION}-bookworm-slim');
});

test('every command is one that exists outside of the image', () => {
  const commands = [
    ...instructions('RUN').flatMap((run) => run.getArgumentsContent().split(' && ')).map((command) => command.split(/\s+/)),
    ...instructions('CMD').map((command) => JSON.parse(command.getArgumentsContent())),
    compose.services.sfu.command,
    compose.services.sfu.healthcheck.test.slice(1),
    JSON.parse(valueOf('HEALTHCHECK').replace(/^.*?CMD /, '')),
  ];
  expect(commands.filter((command) => !isKnown(command))).toEqual([]);
  expect(commands.length).toBeGreaterThan(4);
});

test('what it copies from the checkout is there', () => {
  const sources = instructions('COPY')
    .filter((copy) => copy.getFlags().length === 0)
    .flatMap((copy) => copy.getArguments().slice(0, -1).map(String));
  expect(sources.filter((source) => !existsSync(path.join(root, source)))).toEqual([]);
});

test('it runs as a plain user, who owns the data folder', () => {
  expect(valueOf('USER')).toBe('node');
  expect(valueOf('VOLUME')).toBe('/data');
  expect(instructions('RUN').some((run) => run.getArgumentsContent() === 'install -d -o node -g node -m 0700 /data')).toBe(true);
});

test('it says whether it is ready', () => {
  expect(valueOf('HEALTHCHECK')).toContain('docker/healthcheck.mjs');
});

test('secrets and generated files stay out of the image', () => {
  const ignored = read('.dockerignore').split('\n');
  for (const entry of ['docker/secrets', '**/node_modules', '**/dist', 'data', '.git']) expect(ignored).toContain(entry);
  expect(read('.gitignore').split('\n')).toContain('/docker/secrets/');
});

test('compose builds our image and pins the major version of the others', () => {
  const { parvis, sfu, turn, database } = compose.services;
  expect(sfu.image).toBe(parvis.image);
  expect(turn.image).toMatch(/^coturn\/coturn:\d+\.\d+-[a-z]+$/);
  expect(existsSync(path.join(root, 'docker', parvis.build.context, parvis.build.dockerfile))).toBe(true);
  expect(database.image).toMatch(/^postgres:\d+-[a-z]+$/);
  expect(Number(/\d+/.exec(database.image)[0])).toBeGreaterThanOrEqual(15);
});

test('compose waits for a healthy database and keeps its data and ours in volumes', () => {
  const { parvis, sfu, database } = compose.services;
  expect(parvis.depends_on.database.condition).toBe('service_healthy');
  expect(database.healthcheck.test[0]).toBe('CMD');
  const mounted = [parvis, sfu, database].flatMap(({ volumes }) => volumes).map((volume) => volume.split(':')[0]);
  expect(mounted.toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
});

test('compose hands secrets over as files only, and declares each that is used', () => {
  const services = Object.values(compose.services);
  const names = services.flatMap((service) => Object.keys(service.environment ?? {}));
  const secret = /PASSWORD|SECRET|TOKEN|DATABASE_URL|SMTP_URL/;
  expect(names.filter((name) => secret.test(name) && !name.endsWith('_FILE'))).toEqual([]);
  const used = new Set(services.flatMap((service) => service.secrets));
  expect([...used].toSorted()).toEqual(Object.keys(compose.secrets).toSorted());
  for (const service of services) {
    for (const [name, value] of Object.entries(service.environment ?? {})) {
      if (name.endsWith('_FILE')) expect(service.secrets).toContain(value.replace('/run/secrets/', ''));
    }
  }
});

test('server and media host share one secret, and find each other', () => {
  const { parvis, sfu } = compose.services;
  expect(parvis.environment.PARVIS_SFU_SECRET_FILE).toBe(sfu.environment.PARVIS_SFU_SECRET_FILE);
  expect(new URL(parvis.environment.PARVIS_SFU_URLS)).toMatchObject({ hostname: 'sfu', port: '3010' });
});

test('each worker of the media host has its port published over UDP and TCP', () => {
  const { sfu } = compose.services;
  const first = sfu.environment.PARVIS_SFU_RTC_PORT;
  const range = `${first}-${first + sfu.environment.PARVIS_SFU_WORKERS - 1}`;
  expect(sfu.ports.toSorted()).toEqual([`${range}:${range}/tcp`, `${range}:${range}/udp`]);
});

test('the image brings the libraries that the worker is built against, and what records', () => {
  const installed = instructions('RUN').map((run) => run.getArgumentsContent()).filter((command) => command.includes('apt-get install'));
  expect(installed).toHaveLength(2);
  for (const library of ['libuv1', 'libssl', 'libsrtp2', 'libabsl']) for (const command of installed) expect(command).toContain(` ${library}`);
  expect(installed[1]).toContain(' ffmpeg ');
  const recorder = read('tools/ensure-gstreamer.mjs');
  for (const [, name] of recorder.matchAll(/'(gstreamer1[^']+)'/g)) expect(installed[1]).toContain(` ${name} `);
  const recipe = read('tools/ensure-sfu-worker.mjs');
  for (const name of /install -y --no-install-recommends (.*)$/.exec(installed[0])[1].split(' ')) expect(recipe).toContain(`'${name}'`);
});
