import type { RecordingManifest } from '@parvis/sfu-protocol';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Names that a media host gives: never a way to another folder. */
const PLAIN_NAME = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9]+)?$/;

/** Puts a recording's tracks into `folder`. One that the host doesn't have is left out. @throws when the host can't be reached */
export async function fetchTracks({ tracks }: RecordingManifest, folder: string, open: (file: string) => Promise<Response>): Promise<void> {
  for (const { file } of tracks) {
    if (!PLAIN_NAME.test(file)) throw new Error('the media server names a track that is no plain file');
    const answer = await open(file);
    if (answer.status === 404) continue;
    if (!answer.ok || !answer.body) throw new Error(`the media server answers ${answer.status}`);
    await pipeline(Readable.fromWeb(answer.body), createWriteStream(path.join(folder, file), { mode: 0o600 }));
  }
}
