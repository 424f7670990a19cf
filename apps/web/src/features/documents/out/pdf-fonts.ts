import interRanges from '@fontsource/inter/unicode.json';
import monoRanges from '@fontsource/jetbrains-mono/unicode.json';

/** The files of a font, each with some alphabets; a document loads those that it has letters of. */
export interface PdfFace {
  /** Name in the PDF. */
  name: string;
  files: { normal: string; bold: string; italics: string; bolditalics: string };
}

interface Part extends PdfFace {
  ranges: readonly (readonly [number, number])[];
}

const rangesOf = (text: string): [number, number][] => text.split(',').map((range) => {
  const [from = '', to = from] = range.replace('U+', '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
});

// Latin first: it has what all have in common.
const byUse = ([a]: [string, string], [b]: [string, string]): number => Number(b === 'latin') - Number(a === 'latin');

const text: Part[] = Object.entries(interRanges).sort(byUse).map(([part, ranges]) => ({
  name: `Inter ${part}`, ranges: rangesOf(ranges),
  files: { normal: `inter-${part}-400-normal`, bold: `inter-${part}-700-normal`, italics: `inter-${part}-400-italic`, bolditalics: `inter-${part}-700-italic` },
}));
const alone = (name: string, file: string, ranges: Part['ranges']): Part => ({ name, ranges, files: { normal: file, bold: file, italics: file, bolditalics: file } });
const mono: Part[] = Object.entries(monoRanges).sort(byUse).map(([part, ranges]) => alone(`Mono ${part}`, `jetbrains-mono-${part}-400-normal`, rangesOf(ranges)));
/** Arrows, operators, shapes and letters of formulas. */
const signs = alone('Signs', 'noto-sans-math-latin-400-normal', [[0x2190, 0x23ff], [0x25a0, 0x25ff], [0x27c0, 0x2bff], [0x1d400, 0x1d7ff]]);

const has = ({ ranges }: Part, point: number): boolean => ranges.some(([from, to]) => point >= from && point <= to);

/** Which font draws a character; letters that none has are drawn as the first one's empty box. */
export function faceOf(character: string, isMono: boolean): PdfFace {
  const point = character.codePointAt(0) ?? 0;
  const order = isMono ? [...mono, ...text] : text;
  return order.find((part) => has(part, point)) ?? (has(signs, point) ? signs : order[0]!);
}

/** A text cut where the font changes. */
export function byFace(value: string, isMono: boolean): { text: string; face: PdfFace }[] {
  const made: { text: string; face: PdfFace }[] = [];
  for (const character of value) {
    const last = made.at(-1);
    const face = faceOf(character, isMono);
    if (last?.face === face) last.text += character;
    else made.push({ text: character, face });
  }
  return made;
}
