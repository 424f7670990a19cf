import type { SfuErrorCode } from '@parvis/sfu-protocol';

/** Why a call is refused, told to who called. Everything else that is thrown is answered as `internal`. */
export class SfuError extends Error {
  readonly code: SfuErrorCode;

  constructor(code: SfuErrorCode, message: string = code) {
    super(message);
    this.code = code;
  }
}
