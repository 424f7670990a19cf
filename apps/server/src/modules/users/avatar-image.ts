import sharp from 'sharp';
import { ApiError } from '../../platform/http/api-error.ts';

const SIDE_PX = 256;
/** A decoded picture of 50 megapixels takes 200 MB: enough for any camera, too little for a bomb. */
const MOST_PIXELS = 50_000_000;
const PATIENCE_S = 10;

/** The first bytes of each format taken. Nothing else reaches the decoders, whatever it is called. */
const SIGNATURES: ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  (bytes) => /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)),
];

/**
 * A square WebP of an uploaded picture: turned upright, only its first frame, without metadata.
 * @throws ApiError image_invalid
 */
export async function renderAvatar(bytes: Buffer): Promise<Buffer> {
  if (!SIGNATURES.some((matches) => matches(bytes))) throw new ApiError('image_invalid', 'not a PNG, JPEG, WebP or GIF');
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, pages: 1, failOn: 'error' })
      .timeout({ seconds: PATIENCE_S })
      .autoOrient()
      .resize(SIDE_PX, SIDE_PX, { fit: 'cover' })
      .webp({ quality: 82 })
      .toBuffer();
  } catch {
    throw new ApiError('image_invalid', 'the picture is damaged or too large');
  }
}
