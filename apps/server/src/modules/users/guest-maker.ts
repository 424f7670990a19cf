import type { StreamTransaction } from '../../platform/streams/stream-transaction.ts';

/** Takes away what guests don't have; `teams` does it, which itself stands on this module's people. */
export abstract class GuestMaker {
  /**
   * Out of their teams and of what they look after; in the channels where they are otherwise they
   * stay, as a guest. @throws ApiError last_owner of a team; conflict when they join one meanwhile
   */
  abstract make(tx: StreamTransaction, userId: string): Promise<void>;
}
