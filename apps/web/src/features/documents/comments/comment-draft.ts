/** What was typed and not sent stays in this tab, also when the pane is closed or the page is loaded anew. */
const keyOf = (documentId: string, place: string): string => `document-comment ${documentId} ${place}`;

export const readDraft = (documentId: string, place: string): string => sessionStorage.getItem(keyOf(documentId, place)) ?? '';

export function writeDraft(documentId: string, place: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(keyOf(documentId, place));
    else sessionStorage.setItem(keyOf(documentId, place), text);
  } catch {
    // Full: it is in the composer all the same.
  }
}
