import type { EditorState } from '@tiptap/pm/state';

export type TriggerKind = 'user' | 'channel' | 'emoji' | 'command';

export interface Trigger {
  kind: TriggerKind;
  query: string;
  /** Positions in the document of what was typed, its sign included. */
  from: number;
  to: number;
}

/** Characters before the cursor that are looked at. */
const REACH = 60;

/** Only as the first thing of a message. */
const command = /^\/([a-z]*)$/iu;

const triggers: readonly [TriggerKind, RegExp][] = [
  // A name may have a space in it: "@Zoé Ma".
  ['user', /(?:^|[\s([{"'])@((?:[\p{L}\p{M}\p{N}_.'-]+(?: [\p{L}\p{M}\p{N}_.'-]*)?)?)$/u],
  ['channel', /(?:^|[\s([{"'])#([\p{L}\p{M}\p{N}_-]*)$/u],
  ['emoji', /(?:^|[\s([{"'\uFFFC]):([\p{L}\p{M}\p{N}_+-]{2,})$/u],
];

/** The mention or short code that is being typed at the cursor. */
export function findTrigger(state: EditorState): Trigger | null {
  const before = textBeforeCursor(state);
  if (before === null) return null;
  const to = state.selection.from;
  const atStart = state.selection.$from.parent === state.doc.firstChild && state.doc.firstChild.type.name === 'paragraph';
  for (const [kind, pattern] of atStart ? [['command', command] as const, ...triggers] : triggers) {
    const query = pattern.exec(before)?.[1];
    if (query !== undefined) return { kind, query, from: to - query.length - 1, to };
  }
  return null;
}

/** A short code that was just closed: `:tada:`. */
export function findClosedShortcode(state: EditorState): Trigger | null {
  const before = textBeforeCursor(state);
  const query = before === null ? undefined : /(?:^|[\s([{"'\uFFFC]):([\p{L}\p{M}\p{N}_+-]{2,}):$/u.exec(before)?.[1];
  if (query === undefined) return null;
  const to = state.selection.from;
  return { kind: 'emoji', query, from: to - query.length - 2, to };
}

function textBeforeCursor({ selection }: EditorState): string | null {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock || $from.parent.type.spec.code) return null;
  if ($from.marks().some((mark) => mark.type.name === 'code')) return null;
  const offset = $from.parentOffset;
  return $from.parent.textBetween(Math.max(0, offset - REACH), offset, undefined, '\uFFFC');
}
