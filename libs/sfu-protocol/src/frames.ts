import * as z from 'zod/mini';
import type { SFU_ERRORS} from './methods.ts';
import { type SfuEvent } from './methods.ts';

/**
 * What goes over the WebSocket between a server (client) and a media host: JSON, one frame a message.
 * The handshake bears `Authorization: Bearer <the shared secret>`.
 */
export const requestFrameSchema = z.strictObject({ id: z.int(), method: z.string().check(z.maxLength(40)), params: z.unknown() });
export type RequestFrame = z.infer<typeof requestFrameSchema>;

export type AnswerFrame = { id: number; result: unknown } | { id: number; error: { code: (typeof SFU_ERRORS)[number]; message: string } };
export type EventFrame = { event: SfuEvent };
export type HostFrame = AnswerFrame | EventFrame;

/** Path of the WebSocket. */
export const SFU_PATH = '/sfu';
/** Below it, then the recording's id and the file's name: what a recording consists of, with the same Authorization. */
export const RECORDINGS_PATH = '/recordings';
