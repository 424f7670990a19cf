import type { Attachment } from '@parvis/contracts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileCard } from './file-card.tsx';
import { contentUrl, thumbnailUrl } from './file-url.ts';
import classes from './message-attachments.module.css';
import { pictureBox } from './picture-box.ts';
import { VoicePlayer } from './voice-player.tsx';

const ImageViewer = lazy(async () => ({ default: (await import('./image-viewer.tsx')).ImageViewer }));

/** The files of a message: pictures side by side, sound and film to play in place, the rest to open. */
export function MessageAttachments({ attachments }: { attachments: readonly Attachment[] }) {
  const { t } = useTranslation('files');
  const [viewedId, setViewedId] = useState<string | null>(null);
  const images = attachments.filter(({ kind, thumbnail }) => kind === 'image' && thumbnail);
  const others = attachments.filter((file) => !images.includes(file));
  return (
    <div className={classes.attachments}>
      {images.length > 0 && (
        <div className={classes.images} data-single={images.length === 1 || undefined}>
          {images.map((image) => (
            <button key={image.id} type="button" className={classes.image} style={pictureBox(image, images.length === 1)} aria-label={t('openImage', { name: image.name })} onClick={() => setViewedId(image.id)}>
              <img src={thumbnailUrl(image)} alt="" loading="lazy" decoding="async" />
            </button>
          ))}
        </div>
      )}
      {others.map((file) => <OtherAttachment key={file.id} file={file} />)}
      {viewedId !== null && (
        <Suspense fallback={null}>
          <ImageViewer images={images} openedId={viewedId} onClose={() => setViewedId(null)} />
        </Suspense>
      )}
    </div>
  );
}

function OtherAttachment({ file }: { file: Attachment }) {
  switch (file.kind) {
    case 'voice':
      return <VoicePlayer file={file} />;
    case 'audio':
      return <FileCard file={file}><audio className={classes.audio} controls preload="none" src={contentUrl(file)} aria-label={file.name} /></FileCard>;
    case 'video':
      return <FileCard file={file}><video className={classes.video} controls preload="metadata" src={contentUrl(file)} aria-label={file.name} /></FileCard>;
    default:
      return <FileCard file={file} />;
  }
}
