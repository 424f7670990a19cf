import type { Attachment } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import Lightbox from 'yet-another-react-lightbox';
import Captions from 'yet-another-react-lightbox/plugins/captions';
import Counter from 'yet-another-react-lightbox/plugins/counter';
import Download from 'yet-another-react-lightbox/plugins/download';
import Zoom from 'yet-another-react-lightbox/plugins/zoom';
import 'yet-another-react-lightbox/styles.css';
import 'yet-another-react-lightbox/plugins/captions.css';
import 'yet-another-react-lightbox/plugins/counter.css';
import { contentUrl, downloadUrl, thumbnailUrl } from './file-url.ts';

interface ImageViewerProps {
  images: readonly Attachment[];
  openedId: string;
  onClose: () => void;
}

/** The pictures of a message over everything: arrows, zoom, download; Esc goes back to where one was. */
export function ImageViewer({ images, openedId, onClose }: ImageViewerProps) {
  const { t } = useTranslation(['files', 'common']);
  return (
    <Lightbox
      open
      close={onClose}
      index={Math.max(0, images.findIndex(({ id }) => id === openedId))}
      slides={images.map((image) => ({
        src: contentUrl(image), title: image.name, alt: image.name, thumbnail: thumbnailUrl(image), download: { url: downloadUrl(image), filename: image.name },
        ...(image.width !== null && image.height !== null && { width: image.width, height: image.height }),
      }))}
      plugins={[Captions, Counter, Download, Zoom]}
      carousel={{ finite: true, padding: '56px' }}
      counter={{ container: { style: { insetBlockStart: 'unset', insetBlockEnd: 0 } } }}
      controller={{ closeOnBackdropClick: true }}
      animation={{ fade: 150, swipe: 180 }}
      zoom={{ maxZoomPixelRatio: 4, scrollToZoom: true }}
      {...(images.length === 1 && { render: { buttonPrev: () => null, buttonNext: () => null } })}
      labels={{
        Previous: t('viewer.previous'), Next: t('viewer.next'), Close: t('common:close'), Download: t('viewer.download'),
        'Zoom in': t('viewer.zoomIn'), 'Zoom out': t('viewer.zoomOut'), Lightbox: t('viewer.title'), 'Photo gallery': t('viewer.title'),
      }}
    />
  );
}
