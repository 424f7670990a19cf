// First: what follows looks for it while it loads.
import './worker-page.ts';
import { documentHtmlOf } from '@parvis/rich-text';
import { docxHtml } from './docx-html.ts';
import { ImportRefused } from './read-block.ts';
import type { RefusalReason } from './read-block.ts';

export type ReadRequest = { kind: 'markdown'; text: string } | { kind: 'docx'; bytes: Uint8Array };

export type ReadAnswer = { html: string } | { refused: RefusalReason };

const htmlOf = async (request: ReadRequest): Promise<string> => (request.kind === 'docx' ? docxHtml(request.bytes) : documentHtmlOf(request.text));

addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  const answer = (value: ReadAnswer) => postMessage(value);
  htmlOf(data).then((html) => answer({ html }), (error: unknown) => answer({ refused: error instanceof ImportRefused ? error.reason : 'broken' }));
});
