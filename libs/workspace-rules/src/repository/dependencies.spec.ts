import { describe, expect, it } from 'vitest';
import { lockedPackages, readManifest, repositoryRoot } from '../testing/repository.ts';
import { listPackages } from '../workspace/workspace-package.ts';

const locked = lockedPackages();
const directories = ['.', ...listPackages(repositoryRoot).map(({ directory }) => directory)];

/** Two copies of these are two Reacts, two schemas or two documents that do not know each other. */
const singletons = [
  /^react(-dom)?$/,
  /^yjs$/,
  /^y-(protocols|prosemirror)$/,
  /^zod$/,
  /^@mantine\/(core|hooks)$/,
  /^@blocknote\/[a-z-]+$/,
  /^@tiptap\/[a-z-]+$/,
  /^prosemirror-[a-z-]+$/,
  /^@tanstack\/(react-query|query-core|react-router)$/,
  /^@parvis\/[a-z-]+$/,
  /^socket\.io(-client|-parser)?$/,
  /^@nestjs\/(common|core)$/,
  /^typeorm$/,
  /^reflect-metadata$/,
];

describe('package-lock.json', () => {
  const names = [...locked.keys()].filter((name) => singletons.some((pattern) => pattern.test(name)));

  it('holds the packages of which there may be only one', () => {
    expect(names).toEqual(expect.arrayContaining(['react', 'react-dom', '@mantine/core', 'prosemirror-model', 'yjs', 'y-prosemirror', 'zod']));
  });

  it.each(names)('has one copy of %s', (name) => {
    expect(locked.get(name)).toHaveLength(1);
  });

  it('has nothing of Yjs 14, which BlockNote would take too', () => {
    expect([...locked.keys()].filter((name) => name.startsWith('@y/'))).toEqual([]);
    expect(locked.get('yjs')?.map(({ version }) => version)).toEqual([expect.stringMatching(/^13\./)]);
  });

  it('has the lib0 of Yjs once: that of BlockNote beside it makes ids and colours only', () => {
    expect(locked.get('lib0')?.map(({ version }) => version).filter((version) => version?.startsWith('0.'))).toHaveLength(1);
  });

  it('has zod 4', () => {
    expect(locked.get('zod')?.map(({ version }) => version)).toEqual([expect.stringMatching(/^4\./)]);
  });
});

describe('package.json', () => {
  const exact = /^(npm:(@[a-z0-9-]+\/)?[a-z0-9.-]+@)?\d+\.\d+\.\d+(-[0-9a-z.-]+)?$/;

  it.each(directories)('of %s pins every dependency exactly', (directory) => {
    const { dependencies, optionalDependencies, devDependencies } = readManifest(directory);
    const loose = Object.entries({ ...dependencies, ...optionalDependencies, ...devDependencies })
      .filter(([, version]) => !exact.test(version));
    expect(loose).toEqual([]);
  });

  it('decides on every package that wants to run a script when it is installed', () => {
    const decided = Object.keys(readManifest().allowScripts ?? {});
    const wanting = [...locked].filter(([, copies]) => copies.some((copy) => copy.hasInstallScript)).map(([name]) => name);
    expect(wanting.filter((name) => !decided.includes(name))).toEqual([]);
  });

  it('gives one library one version across the packages', () => {
    const versions = new Map<string, Set<string>>();
    for (const directory of directories) {
      const { dependencies, devDependencies } = readManifest(directory);
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
        versions.set(name, (versions.get(name) ?? new Set()).add(version));
      }
    }
    expect([...versions].filter(([, found]) => found.size > 1).map(([name]) => name)).toEqual([]);
  });
});
