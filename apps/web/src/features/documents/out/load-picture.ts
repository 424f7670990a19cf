import type { OutPicture } from './out-document.ts';

/** Pixels of a side: what is larger is drawn smaller, since nobody sees it on paper. */
const LARGEST = 2_400;

/**
 * A picture as every format can hold it: PNG and JPEG as they are, others drawn as PNG. Only from our own
 * server or from within the text; null for one that can't be had.
 */
export async function loadPicture(url: string): Promise<OutPicture | null> {
  try {
    const address = new URL(url, window.location.origin);
    if (address.origin !== window.location.origin) return null;
    const answer = await fetch(address);
    if (!answer.ok) return null;
    const blob = await answer.blob();
    const bitmap = await createImageBitmap(blob);
    const { width, height } = bitmap;
    const known = blob.type === 'image/png' ? 'png' : blob.type === 'image/jpeg' ? 'jpg' : null;
    if (known !== null && Math.max(width, height) <= LARGEST && (known === 'png' || !(await isTurned(blob)))) return { bytes: new Uint8Array(await blob.arrayBuffer()), type: known, width, height };
    return await drawn(bitmap);
  } catch {
    return null;
  }
}

/** Whether a camera says that it was held otherwise (Exif): formats for paper don't heed that. */
async function isTurned(blob: Blob): Promise<boolean> {
  const head = new Uint8Array(await blob.slice(0, 64 * 1024).arrayBuffer());
  return head.some((byte, at) => byte === 0x45 && head[at + 1] === 0x78 && head[at + 2] === 0x69 && head[at + 3] === 0x66);
}

async function drawn(bitmap: ImageBitmap): Promise<OutPicture> {
  const scale = Math.min(1, LARGEST / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))];
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: 'png', width, height };
}
