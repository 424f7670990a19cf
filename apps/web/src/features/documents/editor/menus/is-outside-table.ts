import type { Selection } from '@tiptap/pm/state';

/** A table's cells hold text only: blocks can't be put into them. */
export const isOutsideTable = ({ selection }: { selection: Selection }): boolean => !selection.$from.parent.type.isInGroup('tableContent');
