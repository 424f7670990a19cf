/** Whether something of a document may wait to be sent: known without opening IndexedDB or loading Yjs. */
const keyOf = (userId: string): string => `parvis-documents-unsent-${userId}`;

export const mayHaveUnsent = (userId: string): boolean => {
  try {
    return localStorage.getItem(keyOf(userId)) !== null;
  } catch {
    return false;
  }
};

export function flagUnsent(userId: string, unsent: boolean): void {
  try {
    if (unsent) localStorage.setItem(keyOf(userId), '1');
    else localStorage.removeItem(keyOf(userId));
  } catch {
    // Nothing is kept in this browser at all.
  }
}
