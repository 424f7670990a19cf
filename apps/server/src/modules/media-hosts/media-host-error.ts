import type { ErrorCode } from '@parvis/contracts';
import type { SfuErrorCode } from '@parvis/sfu-protocol';
import { ApiError } from '../../platform/http/api-error.ts';

/** What each refusal of a media host is to a client. */
const CODES: Record<SfuErrorCode | 'unreachable', ErrorCode> = {
  invalid_request: 'invalid_request',
  unknown_method: 'meetings_unavailable',
  stale_epoch: 'meetings_unavailable',
  not_found: 'not_found',
  not_ready: 'meetings_preparing',
  draining: 'meetings_unavailable',
  source_not_allowed: 'source_not_allowed',
  too_many: 'too_many',
  recording_unavailable: 'recording_unavailable',
  internal: 'meetings_unavailable',
  unreachable: 'meetings_unavailable',
};

/** A media host refused a call (`hostCode`), or didn't answer: to clients, a code of the catalogue. */
export class MediaHostError extends ApiError {
  constructor(
    readonly hostCode: SfuErrorCode | 'unreachable',
    detail: string,
  ) {
    super(CODES[hostCode], detail);
  }
}
