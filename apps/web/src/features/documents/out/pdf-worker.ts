import { loadFont } from './load-font.ts';
import { wordsOf, type PdfAnswer, type PdfRequest } from './pdf-request.ts';
import { writePdf } from './write-pdf.ts';

addEventListener('message', ({ data }: MessageEvent<PdfRequest>) => {
  const answer = (value: PdfAnswer) => postMessage(value);
  writePdf({ ...data, words: wordsOf(data) }, loadFont, (source) => data.formulas.get(source) ?? [{ text: source }])
    .then((blob) => answer({ blob }), (error: unknown) => answer({ failed: String(error) }));
});
