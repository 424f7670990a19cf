import { LIMITS } from '@parvis/contracts';
import sharp from 'sharp';
import { ApiError } from '../../platform/http/api-error.ts';

const SIDE_PX = 128;
/** All frames together: decoded they take four bytes each, whatever the file weighs. */
const MOST_PIXELS = 25_000_000;
const MOST_FRAMES = 300;
const PATIENCE_S = 10;

/** Nothing else reaches the decoders, whatever it is called. */
const DECODED = new Set(['image/png', 'image/apng', 'image/jpeg', 'image/webp', 'image/gif']);

/**
 * A WebP of an uploaded picture: as small as emoji are, moving if it moves, without metadata.
 * @param mediaType what its bytes were recognised as
 * @throws ApiError image_invalid
 */
export async function renderEmoji(bytes: Buffer, mediaType: string): Promise<Buffer> {
  if (!DECODED.has(mediaType)) throw new ApiError('image_invalid', 'not a PNG, JPEG, WebP or GIF');
  const rendered = await decode(bytes).catch(() => {
    throw new ApiError('image_invalid', 'the picture is damaged or too large');
  });
  if (rendered.byteLength > LIMITS.customEmojiBytes) throw new ApiError('image_invalid', 'the picture moves too much');
  return rendered;
}

async function decode(bytes: Buffer): Promise<Buffer> {
  const image = sharp(bytes, { animated: true, limitInputPixels: MOST_PIXELS, failOn: 'error' }).timeout({ seconds: PATIENCE_S });
  const { pages = 1 } = await image.metadata();
  if (pages > MOST_FRAMES) throw new Error('too many frames');
  // Frames of an animation stand below each other: turning those upright would mix them.
  const upright = pages === 1 ? image.autoOrient() : image;
  return upright.resize(SIDE_PX, SIDE_PX, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 85 }).toBuffer();
}
