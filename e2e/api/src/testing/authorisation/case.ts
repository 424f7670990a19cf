import type { OperationId, RouteCall } from '@parvis/contracts';
import type { RoleName, Stage } from './stage.ts';

/** Status for anonymous, guest, outsider, member, lead, admin, owner. */
export type Row = readonly [number, number, number, number, number, number, number];

export interface Case {
  operation: OperationId;
  /** On what, e.g. `a private channel that I am not in`. */
  on: string;
  expected: Row;
  /** Makes what the call needs; may answer another token to call with. */
  arrange: (stage: Stage, role: RoleName) => Promise<{ input: unknown; token?: string | null }>;
}

type Arranged<O extends OperationId> = RouteCall<O> | Promise<RouteCall<O>>;

export const on = <O extends OperationId>(operation: O, what: string, expected: Row, input: (stage: Stage, role: RoleName) => Arranged<O>): Case => ({
  operation,
  on: what,
  expected,
  arrange: async (stage, role) => ({ input: await input(stage, role) }),
});

export const everybody = (status: number): Row => [status, status, status, status, status, status, status];
export const signedIn = (status: number): Row => [401, status, status, status, status, status, status];
/** Everybody of the organisation; guests don't learn that it exists. */
export const members = (status: number): Row => [401, 404, status, status, status, status, status];
/** In a private channel of the lead's and the guest's. */
export const withGuest = (guest: number, lead: number): Row => [401, guest, 404, 404, lead, 404, 404];
export const admins = (status: number): Row => [401, 403, 403, 403, 403, status, status];
/** Others don't learn that it exists; organisation admins neither. */
export const insiders = (member: number, lead: number): Row => [401, 404, 404, member, lead, 404, 404];
/** Others don't learn that it exists; organisation admins do. */
export const teamAnd = (member: number, lead: number, admin: number): Row => [401, 404, 404, member, lead, admin, admin];
