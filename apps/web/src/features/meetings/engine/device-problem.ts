import type { DeviceProblem } from './types.ts';

/** Names of `DOMException` as Media Capture and Streams (W3C) and the older browsers have them. */
const problems: Readonly<Record<string, DeviceProblem>> = {
  NotFoundError: 'no_device', DevicesNotFoundError: 'no_device', OverconstrainedError: 'no_device',
  NotReadableError: 'busy', TrackStartError: 'busy', AbortError: 'busy',
  NotAllowedError: 'denied', PermissionDeniedError: 'denied', SecurityError: 'denied',
  NotSupportedError: 'unsupported',
};

export function problemOf(error: unknown): DeviceProblem {
  if (error instanceof MissingDevices) return error.problem;
  return problems[(error as { name?: string } | null)?.name ?? ''] ?? 'failed';
}

/** The browser offers no devices at all: it hides them from pages that came over plain http. */
export class MissingDevices extends Error {
  readonly problem: DeviceProblem = globalThis.isSecureContext ? 'unsupported' : 'insecure_page';
}
