import type { Attachment } from '@parvis/contracts';
import { beforeEach, expect, it } from 'vitest';
import { tieFilesToDraft } from './draft-files.ts';
import type { Drafts } from './drafts.ts';
import { Listeners } from './listeners.ts';
import type { Uploads } from './uploads.ts';

const PLACE = { channelId: 'c', threadId: null };
const file = (id: string) => ({ id }) as Attachment;

/** What the two keep, by hand. */
class Kept {
  readonly listeners = new Listeners();
  files: Attachment[] = [];
  change(files: Attachment[]): void {
    this.files = files;
    this.listeners.tell();
  }
}
let draft: Kept;
let composer: Kept;
const ids = (kept: Kept) => kept.files.map(({ id }) => id).join('');

beforeEach(() => {
  draft = new Kept();
  composer = new Kept();
});

function tie(): () => void {
  const drafts = { listeners: draft.listeners, get: () => ({ attachments: draft.files }), set: (_place: unknown, { attachments }: { attachments: Attachment[] }) => draft.change(attachments) };
  const uploads = {
    listeners: composer.listeners,
    items: () => composer.files.map((attachment) => ({ attachment })),
    restore: (_place: string, wanted: Attachment[]) => composer.change([...composer.files, ...wanted.filter(({ id }) => !composer.files.some((one) => one.id === id))]),
    release: (_place: string, gone: string[]) => composer.change(composer.files.filter(({ id }) => !gone.includes(id))),
  };
  return tieFilesToDraft(uploads as unknown as Uploads, drafts as unknown as Drafts, PLACE);
}

it('puts what was uploaded into the draft, and takes out what is removed or sent', () => {
  tie();
  composer.change([file('a')]);
  composer.change([file('a'), file('b')]);
  expect(ids(draft)).toBe('ab');
  composer.change([file('b')]);
  expect(ids(draft)).toBe('b');
  composer.change([]);
  expect(ids(draft)).toBe('');
});

it('shows what another device put into the draft, and what it took out or sent', () => {
  tie();
  draft.change([file('a')]);
  expect(ids(composer)).toBe('a');
  draft.change([]);
  expect(ids(composer)).toBe('');
});

it('joins both when the conversation is opened: what came in while it was closed is kept', () => {
  draft.files = [file('a')];
  composer.files = [file('b')];
  const stop = tie();
  expect([...ids(draft)].sort().join('')).toBe('ab');
  expect([...ids(composer)].sort().join('')).toBe('ab');
  stop();
  composer.change([]);
  expect(draft.files).toHaveLength(2);
});
