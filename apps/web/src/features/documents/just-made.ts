/** Made here a moment ago, and not opened yet. */
const made = new Set<string>();

/** Has the title of a document wait for what is typed when it is opened here for the first time. */
export const noteJustMade = (documentId: string): void => void made.add(documentId);

/** Whether it was made here and wasn't opened since: true once. */
export const takeJustMade = (documentId: string): boolean => made.delete(documentId);
