import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateSync, crc32 } from 'node:zlib';

/** A page of another site, with a picture. */
export interface PicturedPage {
  url: string;
  /** For `PARVIS_OUTGOING_ALLOW`. */
  host: string;
  close(): void;
}

export async function openPicturedPage(): Promise<PicturedPage> {
  const web = http.createServer((request, response) => {
    if (request.url === '/picture.png') response.writeHead(200, { 'content-type': 'image/png' }).end(square(64));
    else response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Page</title><meta property="og:image" content="/picture.png">');
  }).listen(0, '127.0.0.1');
  await once(web, 'listening');
  const host = `127.0.0.1:${(web.address() as AddressInfo).port}`;
  return { url: `http://${host}/`, host, close: () => void web.close() };
}

/** A PNG of one grey. */
function square(side: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(side * (side + 1), 0x77).map((byte, index) => (index % (side + 1) === 0 ? 0 : byte)))), chunk('IEND', Buffer.alloc(0)),
  ]);
}
