import type { OrderedExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import * as z from 'zod/mini';

/** An element as the scene holds it. */
export type BoardElement = OrderedExcalidrawElement;
/** What of a removed element stays, so that it is removed for whoever changed it before they heard of it. */
export interface Tombstone {
  id: string;
  isDeleted: true;
  version: number;
  versionNonce: number;
  /** Unix time in milliseconds. */
  updated: number;
}

/** A key of `fractional-indexing`: a whole part as long as its first letter says, and a fraction without an end of zeros. Others would make it throw. */
function isIndex(key: string): boolean {
  const length = /^[a-z]/.test(key) ? key.charCodeAt(0) - 95 : /^[A-Z]/.test(key) ? 92 - key.charCodeAt(0) : 0;
  return length > 0 && key.length >= length && key.length < 500 && /^[0-9A-Za-z]+$/.test(key) && !(key.length > length && key.endsWith('0')) && !/^A0{26}$/.test(key);
}
const finite = z.number().check(z.minimum(-1e7), z.maximum(1e7));
const stamp = z.int().check(z.nonnegative());
const common = { id: z.string().check(z.minLength(1), z.maxLength(64)), version: stamp, versionNonce: z.int() };
const binding = z.optional(z.nullable(z.looseObject({ elementId: z.string() })));
const tombstone = z.object({ ...common, isDeleted: z.literal(true), updated: z.number() });
const live = z.looseObject({
  ...common, type: z.enum(['rectangle', 'diamond', 'ellipse', 'line', 'arrow', 'freedraw', 'text', 'image', 'frame']), isDeleted: z.literal(false),
  x: finite, y: finite, width: finite, height: finite, angle: finite, opacity: finite, strokeWidth: finite, strokeColor: z.string(), backgroundColor: z.string(),
  seed: z.number(), roundness: z.optional(z.nullable(z.looseObject({ type: finite }))), groupIds: z.array(z.string()), index: z.optional(z.nullable(z.string())), boundElements: z.optional(z.nullable(z.array(z.looseObject({ id: z.string(), type: z.string() })))),
  points: z.optional(z.array(z.tuple([finite, finite]))), pressures: z.optional(z.array(finite)),
  startBinding: binding, endBinding: binding, scale: z.optional(z.tuple([finite, finite])),
  text: z.optional(z.string()), originalText: z.optional(z.string()), fontSize: z.optional(finite), fontFamily: z.optional(finite), lineHeight: z.optional(finite), link: z.optional(z.nullable(z.string())), fileId: z.optional(z.nullable(z.string())),
});
const PATHS = new Set(['line', 'arrow', 'freedraw']);

/** What stands in the map under an id; null for what no client of ours writes, which is then not shown. */
export function readElement(id: string, value: unknown): BoardElement | Tombstone | null {
  const removed = tombstone.safeParse(value);
  if (removed.success) return removed.data.id === id ? removed.data : null;
  const { success, data } = live.safeParse(value);
  if (!success || data.id !== id) return null;
  if (PATHS.has(data.type) ? data.points === undefined || data.points.length === 0 : data.type === 'text' && (data.text === undefined || data.fontSize === undefined)) return null;
  return { ...data, index: data.index != null && isIndex(data.index) ? data.index : null } as unknown as BoardElement;
}

/** An element as it is written: nothing of what was removed stays. */
export function storedElement(element: BoardElement): object {
  const { id, isDeleted, version, versionNonce, updated } = element;
  if (isDeleted) return { id, isDeleted, version, versionNonce, updated } satisfies Tombstone;
  // Its bytes are with the server before it is written.
  return element.type === 'image' ? { ...element, status: 'saved' } : element;
}

export interface Stamp {
  version: number;
  versionNonce: number;
}
export const stampOf = ({ version, versionNonce }: Stamp): Stamp => ({ version, versionNonce });
export const sameStamp = (a: Stamp, b: Stamp): boolean => a.version === b.version && a.versionNonce === b.versionNonce;
/** As Excalidraw decides it: the higher version, of equal ones the lower nonce. */
export const isNewer = (a: Stamp, b: Stamp): boolean => a.version > b.version || (a.version === b.version && a.versionNonce < b.versionNonce);

/** In the order in which they lie upon each other. */
export const byIndex = (a: BoardElement, b: BoardElement): number => compare(a.index ?? '', b.index ?? '') || compare(a.id, b.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
