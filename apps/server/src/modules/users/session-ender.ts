import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';

/** Ends sessions; `auth` does it, which itself stands on this module. */
export abstract class SessionEnder {
  /** Ends all of a person's sessions and closes their sockets; reset links that were not used die too. */
  abstract endAll(tx: StreamTransaction, userId: string): Promise<void>;
}
