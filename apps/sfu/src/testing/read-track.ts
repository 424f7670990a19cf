import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface ReadPacket {
  /** Of the file's clock. */
  readonly ms: number;
  readonly key: boolean;
  readonly size: number;
  /** Its last bytes, as they were sent. */
  readonly tail: Buffer;
}

const TAIL = 16;

/** The packets of a recorded track's file, as ffprobe reads them; none of a file that isn't there, or is empty. */
export async function readTrack(file: string): Promise<ReadPacket[]> {
  const args = ['-v', 'fatal', '-show_entries', 'packet=pts_time,flags,size,data', '-show_data', '-of', 'json', file];
  const { stdout } = await promisify(execFile)('ffprobe', args, { maxBuffer: 256 * 1024 ** 2 }).catch(() => ({ stdout: '{}' }));
  const { packets = [] } = JSON.parse(stdout) as { packets?: { pts_time: string; flags: string; size: string; data: string }[] };
  return packets.map(({ pts_time, flags, size, data }) => ({ ms: Number(pts_time) * 1_000, key: flags.includes('K'), size: Number(size), tail: bytesOf(data).subarray(-TAIL) }));
}

/** Of a dump as of `00000000: f8ff fe00 01    .....`. */
const bytesOf = (dump: string): Buffer =>
  Buffer.concat(dump.split('\n').filter((line) => line.includes(': ')).map((line) => Buffer.from(line.slice(10, 50).replaceAll(' ', ''), 'hex')));
