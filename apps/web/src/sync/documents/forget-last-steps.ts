/** Of what each window of somebody wrote last. */
export const lastStepsPrefix = (userId: string): string => `parvis-documents-last-${userId}-`;

/** With all else on this device: known without loading what documents need. */
export function forgetLastSteps(userId: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(lastStepsPrefix(userId))) localStorage.removeItem(key);
  } catch {
    // A browser that allows none holds none.
  }
}
