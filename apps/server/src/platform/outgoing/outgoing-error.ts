/**
 * `address`: not where requests may go. `scheme`: neither http nor https, or with a password in it.
 * `failed`: the other side, its name or the way to it. Never tells the address: people wrote it.
 */
export type OutgoingReason = 'address' | 'scheme' | 'redirects' | 'too_large' | 'timeout' | 'encoding' | 'failed';

export class OutgoingError extends Error {
  constructor(
    readonly reason: OutgoingReason,
    options?: ErrorOptions,
  ) {
    super(`outgoing request: ${reason}`, options);
  }
}
