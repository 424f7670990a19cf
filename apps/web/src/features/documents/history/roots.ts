/** Root of a text in a Yjs document, as the editor has it; here so that comparing needs no editor. */
export const TEXT_ROOT = 'document';
