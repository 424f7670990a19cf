import type { Attachment } from '@parvis/contracts';
import { lazy, Suspense } from 'react';
import type { ComposerFiles } from './use-composer-files.ts';

const Attachments = lazy(async () => ({ default: (await import('./message-attachments.tsx')).MessageAttachments }));
const Tray = lazy(async () => ({ default: (await import('./attachment-tray.tsx')).AttachmentTray }));

/** Pixels that a picture, and any other file, takes about. */
const PICTURE = 320;
const OTHER = 60;

/** The files of a message. What shows them comes with the first that is seen; their room is kept meanwhile. */
export function MessageAttachments({ attachments }: { attachments: readonly Attachment[] }) {
  const pictures = attachments.filter(({ kind, thumbnail }) => kind === 'image' && thumbnail);
  const [single] = pictures;
  const height = pictures.length > 1 ? 165 : Math.min(PICTURE, single?.height ?? (single ? PICTURE : 0));
  const room = height + (attachments.length - pictures.length) * OTHER;
  return (
    <Suspense fallback={<div style={{ minBlockSize: room }} />}>
      <Attachments attachments={attachments} />
    </Suspense>
  );
}

/** What will be sent with the message; nothing without files. */
export function AttachmentTray({ files }: { files: ComposerFiles }) {
  if (files.items.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <Tray files={files} />
    </Suspense>
  );
}
