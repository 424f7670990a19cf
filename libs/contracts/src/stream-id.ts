export type StreamKind = 'channel' | 'user' | 'team' | 'organisation' | 'meeting';
/** `<kind>:<uuid>` */
export type StreamId = `${StreamKind}:${string}`;

export const streamId = (kind: StreamKind, uuid: string): StreamId => `${kind}:${uuid}`;

export function parseStreamId(stream: string): { kind: StreamKind; id: string } {
  const at = stream.indexOf(':');
  return { kind: stream.slice(0, at) as StreamKind, id: stream.slice(at + 1) };
}
