import type { DeviceProblem } from '../engine/types.ts';

/** Their lines stand in `problem.microphone.*` and `problem.camera.*` of the texts. */
export const PROBLEM_KEYS: Readonly<Record<DeviceProblem, string>> = {
  no_device: 'noDevice', busy: 'busy', denied: 'denied', insecure_page: 'insecurePage', unsupported: 'unsupported', failed: 'failed',
};
