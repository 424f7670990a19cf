import path from 'node:path';
import sharp, { type OutputInfo } from 'sharp';

/** Who is to be seen in a recording. */
export interface Person {
  /** Of the account: people have the colour that they have everywhere. */
  id: string;
  name: string;
}

export type TileSize = 'large' | 'small';

/** Pixels: of a name's plate, and of the letters in it. `most`: of its width. */
const PLATES = { large: { height: 44, font: 21, padding: 16, most: 620 }, small: { height: 26, font: 12, padding: 9, most: 236 } } as const;
export const PLATE_HEIGHTS: Record<TileSize, number> = { large: PLATES.large.height, small: PLATES.small.height };

/** As avatars have them: white holds 4.5:1 on each. */
const COLOURS = ['#5450c9', '#a1337f', '#0b7285', '#a34712', '#28754a', '#2764b8', '#b02f4a', '#7a42b8', '#7d6112', '#4f637d'];
/** More than that never fit. */
const MOST_LETTERS = 80;

interface DrawnText {
  data: Buffer;
  info: OutputInfo;
}

const CARD = { width: 1280, height: 720, background: '#22252c' };

/** Writes the plate with a person's name, as a PNG, into `folder`. A name that is too long is cut. @returns the file */
export async function renderName({ id, name }: Person, size: TileSize, folder: string): Promise<string> {
  const { height, padding, most } = PLATES[size];
  const { data, info } = await fittingText(name, size, most - 2 * padding);
  const width = info.width + 2 * padding;
  const plate = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" rx="${height / 5}" fill="#0d0f13" fill-opacity="0.72"/></svg>`;
  const file = path.join(folder, `name-${id}-${size}.png`);
  await sharp(Buffer.from(plate)).composite([{ input: data, left: padding, top: Math.max(0, Math.round((height - info.height) / 2)) }]).png().toFile(file);
  return file;
}

/** Writes what is seen of a person whose camera is off, as a PNG, into `folder`. @returns the file */
export async function renderCard({ id, name }: Person, folder: string): Promise<string> {
  const { width, height, background } = CARD;
  const circle = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${background}"/><circle cx="50%" cy="50%" r="150" fill="${colourOf(id)}"/></svg>`;
  const letters = await text(initials(name), 112);
  const file = path.join(folder, `card-${id}.png`);
  await sharp(Buffer.from(circle)).composite([{ input: letters.data, gravity: 'centre' }]).png().toFile(file);
  return file;
}

async function fittingText(name: string, size: TileSize, most: number): Promise<DrawnText> {
  const letters = [...new Intl.Segmenter().segment(name.trim())].map(({ segment }) => segment);
  const whole = letters.length <= MOST_LETTERS ? await text(letters.join(''), PLATES[size].font) : undefined;
  if (whole && whole.info.width <= most) return whole;
  for (let kept = Math.min(letters.length - 1, MOST_LETTERS); ; kept--) {
    const cut = await text(`${letters.slice(0, kept).join('').trimEnd()}…`, PLATES[size].font);
    if (cut.info.width <= most || kept <= 1) return cut;
  }
}

/** White on nothing, in the system's own fonts, as wide as it is. `font`: points at 72 a inch, which is pixels. */
function text(plain: string, font: number): Promise<DrawnText> {
  const markup = `<span foreground="white" weight="600">${escape(plain) || ' '}</span>`;
  return sharp({ text: { text: markup, font: `sans ${font}`, rgba: true, dpi: 72, wrap: 'none' } }).png().toBuffer({ resolveWithObject: true });
}

/** For Pango's markup, which takes no control characters either. */
const escape = (plain: string): string =>
  plain.replaceAll(/\p{Cc}/gu, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Up to two letters: of the first and the last word. */
function initials(name: string): string {
  const letters = name.split(/[\s\-_.]+/u).flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? []);
  return [...new Set([0, letters.length - 1])].map((at) => letters[at] ?? '').join('').toLocaleUpperCase() || '?';
}

/** The same as an avatar's (FNV-1a). */
function colourOf(id: string): string {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01_00_01_93);
  return COLOURS[(hash >>> 0) % COLOURS.length]!;
}
