import type { Attachment } from '@parvis/contracts';
import type { CSSProperties } from 'react';

/** Pixels that one picture takes at most, and each of several. */
const SINGLE = { width: 420, height: 320 };
const TILE = { width: 220, height: 165 };

/** The place of a picture before it is loaded, so that nothing moves when it comes. */
export function pictureBox({ width, height }: Pick<Attachment, 'width' | 'height'>, single: boolean): CSSProperties {
  if (!single) return { inlineSize: TILE.width, blockSize: TILE.height };
  const [natural, tall] = width === null || height === null ? [SINGLE.width, SINGLE.height] : [width, height];
  const scale = Math.min(1, SINGLE.width / natural, SINGLE.height / tall);
  return { inlineSize: Math.max(48, Math.round(natural * scale)), aspectRatio: `${natural} / ${tall}`, maxBlockSize: SINGLE.height };
}
