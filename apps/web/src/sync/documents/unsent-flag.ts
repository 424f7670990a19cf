/** Of one window: another one that has nothing left must not take back what this one said. */
const prefixOf = (userId: string): string => `parvis-documents-unsent-${userId}-`;

const flagsOf = (userId: string): string[] => Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(userId)));

/** Whether something of a document may wait to be sent: known without opening IndexedDB or loading Yjs. */
export const mayHaveUnsent = (userId: string): boolean => {
  try {
    return flagsOf(userId).length > 0;
  } catch {
    return false;
  }
};

export function flagUnsent(userId: string, by: string, unsent: boolean): void {
  try {
    if (unsent) localStorage.setItem(prefixOf(userId) + by, '1');
    else localStorage.removeItem(prefixOf(userId) + by);
  } catch {
    // Nothing is kept in this browser at all.
  }
}

/** Of those windows. */
export function forgetFlags(userId: string, which: (by: string) => boolean): void {
  try {
    for (const key of flagsOf(userId)) if (which(key.slice(prefixOf(userId).length))) localStorage.removeItem(key);
  } catch {
    // Nothing is kept in this browser at all.
  }
}
