import { createExtension } from '@blocknote/core';
import { search } from 'prosemirror-search';

/** Marks what is looked for. Nothing is looked for until the find bar is open. */
export const FindExtension = createExtension(() => ({ key: 'documentFind', prosemirrorPlugins: [search()] }));
