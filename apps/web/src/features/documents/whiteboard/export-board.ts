import { exportToBlob, exportToSvg } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import type { PictureFormat } from './board-handle.ts';

/** Pixels around what is drawn. */
const PADDING = 16;
/** Longest side of a PNG, in pixels: browsers draw no larger ones. */
const LONGEST = 8_000;

/** All that is drawn, as a picture on white, given to the person as a file; false: nothing is drawn. */
export async function downloadBoard(scene: ExcalidrawImperativeAPI, format: PictureFormat, name: string): Promise<boolean> {
  const elements = scene.getSceneElements();
  if (elements.length === 0) return false;
  const drawing = { elements, files: scene.getFiles(), exportPadding: PADDING, appState: { exportBackground: true, viewBackgroundColor: '#ffffff', exportWithDarkMode: false, exportEmbedScene: false } };
  const picture = format === 'png'
    ? await exportToBlob({ ...drawing, mimeType: 'image/png', getDimensions: sharp })
    : new Blob([(await exportToSvg(drawing)).outerHTML], { type: 'image/svg+xml' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = `${name.replaceAll(/[/\\:*?"<>|]/g, ' ').trim()}.${format}`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
  return true;
}

/** Two pixels for one, as far as that goes. */
function sharp(width: number, height: number): { width: number; height: number; scale: number } {
  const scale = Math.min(2, LONGEST / Math.max(width, height));
  return { width: width * scale, height: height * scale, scale };
}
