/** Of the IndexedDB that holds somebody's documents. */
export const documentStoreName = (userId: string): string => `parvis-documents-${userId}`;
