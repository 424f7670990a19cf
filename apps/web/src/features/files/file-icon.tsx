import type { Attachment } from '@parvis/contracts';
import { IconFile, IconFileMusic, IconFileText, IconFileTypePdf, IconFileZip, IconMicrophone, IconMovie, IconPhoto, IconTable } from '@tabler/icons-react';

type Shown = Pick<Attachment, 'kind' | 'mediaType'>;

const byKind = { image: IconPhoto, video: IconMovie, audio: IconFileMusic, voice: IconMicrophone } as const;

export function FileIcon({ file, size = 22 }: { file: Shown; size?: number }) {
  const Icon = iconOf(file);
  return <Icon size={size} stroke={1.6} aria-hidden />;
}

function iconOf({ kind, mediaType }: Shown) {
  if (kind !== 'file') return byKind[kind];
  if (mediaType === 'application/pdf') return IconFileTypePdf;
  if (/zip|compressed|tar|7z|rar/.test(mediaType)) return IconFileZip;
  if (/sheet|excel|csv/.test(mediaType)) return IconTable;
  return /^text\/|word|document|markdown/.test(mediaType) ? IconFileText : IconFile;
}
