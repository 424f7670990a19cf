import type { Attachment } from '@parvis/contracts';
import type { Drafts, DraftPlace } from './drafts.ts';
import type { UploadItem, Uploads } from './uploads.ts';

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((id, index) => id === b[index]);

/**
 * Holds the files of a composer and those of its draft equal: what was uploaded here goes into the
 * draft, and what another device put into it, or took out, shows here. Answers how to stop.
 */
export function tieFilesToDraft(uploads: Uploads, drafts: Drafts, place: DraftPlace): () => void {
  const key = place.threadId ?? place.channelId;
  /** What both had last. */
  let agreed: readonly string[] = [];
  const uploaded = () => uploads.items(key).flatMap(({ attachment }) => attachment ?? []);
  const idsOf = (files: readonly { id: string }[]) => files.map(({ id }) => id);

  const pull = () => {
    const { attachments } = drafts.get(place);
    const wanted = idsOf(attachments);
    if (same(wanted, agreed)) return;
    const before = agreed;
    agreed = wanted;
    uploads.restore(key, attachments);
    uploads.release(key, before.filter((id) => !wanted.includes(id)));
  };
  const push = () => {
    const files = uploaded();
    const ids = idsOf(files);
    if (same(ids, agreed)) return;
    agreed = ids;
    drafts.set(place, { attachments: files });
  };
  pull();
  push();
  const stops = [drafts.listeners.subscribe(pull), uploads.listeners.subscribe(push)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The files of a draft, and those that came after its composer was left. */
export const withLateFiles = (attachments: readonly Attachment[], uploads: readonly UploadItem[]): Attachment[] =>
  [...attachments, ...uploads.flatMap(({ attachment }) => attachment ?? []).filter(({ id }) => !attachments.some((file) => file.id === id))];
