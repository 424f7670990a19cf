import { createDecoder, readVarString, readVarUint } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { ApiError } from '../../platform/http/api-error.ts';

/** Whose cursor it is, as the others see it. */
export interface AwarenessUser {
  id: string;
  name: string;
  /** CSS. */
  color: string;
}

/** Legible under white letters, and on both backgrounds as a line. */
const COLORS = ['#4c51bf', '#0b7285', '#2b8a3e', '#a61e4d', '#862e9c', '#d9480f', '#1864ab', '#5f3dc4', '#087f5b', '#9c36b5'];
/** The same person has the same everywhere. */
export const colorOf = (userId: string): string => COLORS[Number.parseInt(userId.slice(-6), 16) % COLORS.length]!;

/**
 * An awareness update of y-protocols of exactly one client, with who that is written into its state.
 * Answers its clock too, so that the server can end it.
 * @throws ApiError update_invalid for anything else
 */
export function stampAwareness(update: Uint8Array, clientId: number, user: AwarenessUser): { update: Uint8Array; clock: number } {
  const { clock, state } = read(update, clientId);
  return { update: write(clientId, clock, state === null ? null : { ...state, user }), clock };
}

/** Says that a client is gone. */
export const endOfAwareness = (clientId: number, clock: number): Uint8Array => write(clientId, clock + 1, null);

function read(update: Uint8Array, clientId: number): { clock: number; state: Record<string, unknown> | null } {
  try {
    const decoder = createDecoder(update);
    if (readVarUint(decoder) === 1 && readVarUint(decoder) === clientId) {
      const clock = readVarUint(decoder);
      const state: unknown = JSON.parse(readVarString(decoder));
      if (state === null || (typeof state === 'object' && !Array.isArray(state))) return { clock, state: state as Record<string, unknown> | null };
    }
  } catch {
    // Told below.
  }
  throw new ApiError('update_invalid', 'not an awareness update of this client alone');
}

function write(clientId: number, clock: number, state: object | null): Uint8Array {
  const encoder = createEncoder();
  for (const number of [1, clientId, clock]) writeVarUint(encoder, number);
  writeVarString(encoder, JSON.stringify(state));
  return toUint8Array(encoder);
}
