/** What a file of one track holds, as far as tests ask: its blocks and its codec. */
export interface ReadFile {
  readonly codec: string;
  readonly width: number | undefined;
  readonly blocks: { readonly ms: number; readonly key: boolean; readonly data: Buffer }[];
}

const CONTAINERS = new Set([0x18_53_80_67, 0x16_54_ae_6b, 0xae, 0xe0, 0x1f_43_b6_75]);

export function readMatroska(file: Buffer): ReadFile {
  const found = { codec: '', width: undefined as number | undefined, blocks: [] as ReadFile['blocks'] };
  let cluster = 0;
  for (let at = 0; at < file.length; ) {
    const id = number(file, at, false);
    const size = number(file, at + id.length, true);
    const start = at + id.length + size.length;
    if (CONTAINERS.has(id.value)) {
      at = start;
      continue;
    }
    const data = file.subarray(start, start + size.value);
    if (id.value === 0x86) found.codec = data.toString();
    if (id.value === 0xb0) found.width = Number(data.readBigUInt64BE());
    if (id.value === 0xe7) cluster = Number(data.readBigUInt64BE());
    if (id.value === 0xa3) found.blocks.push({ ms: cluster + data.readInt16BE(1), key: (data[3]! & 0x80) !== 0, data: data.subarray(4) });
    at = start + size.value;
  }
  return found;
}

/** A variable-length number (RFC 8794, 4); of an id the length's bit is part of it. */
function number(file: Buffer, at: number, bare: boolean): { value: number; length: number } {
  const first = file[at]!;
  const length = Math.clz32(first) - 23;
  let value = bare ? first & (0xff >> length) : first;
  for (let index = 1; index < length; index++) value = value * 256 + file[at + index]!;
  return { value, length };
}
