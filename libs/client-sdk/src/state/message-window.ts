import type { EventPayload, Message, StreamEvent } from '@parvis/contracts';
import { LIMITS } from '@parvis/contracts/limits';
import { messageExcerpt } from '@parvis/rich-text';
import { withReaction } from './reactions.ts';
import type { ChannelWindow, WindowScope, WorkspaceState } from './workspace-state.ts';

export const channelScope = (channelId: string, replies: WindowScope['replies'] = 'leave_out'): WindowScope => ({ channelId, threadId: null, replies });
export const threadScope = (channelId: string, threadId: string): WindowScope => ({ channelId, threadId, replies: 'include' });

/** Its key in `WorkspaceState.windows`. */
export const windowKey = ({ channelId, threadId }: WindowScope): string => threadId ?? channelId;

export const windowsOf = (state: WorkspaceState, channelId: string): ChannelWindow[] =>
  Object.values(state.windows).filter(({ scope }) => scope.channelId === channelId);

/** The windows after a change to those of one channel; the same object when none changed. */
export function withWindows(state: WorkspaceState, channelId: string, change: (window: ChannelWindow) => ChannelWindow): WorkspaceState {
  let windows = state.windows;
  for (const [key, window] of Object.entries(state.windows)) {
    if (window.scope.channelId !== channelId) continue;
    const next = change(window);
    if (next !== window) windows = { ...windows, [key]: next };
  }
  return windows === state.windows ? state : { ...state, windows };
}

export function belongsTo({ threadId, replies }: WindowScope, message: Message): boolean {
  if (threadId !== null) return message.threadId === threadId;
  return replies === 'include' || message.threadId === undefined || message.alsoInChannel === true;
}

/** Index of the first message with at least this seq. */
function indexOf(messages: readonly Message[], seq: number): number {
  let low = 0;
  let high = messages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle]!.seq < seq) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function findInWindow(window: ChannelWindow | undefined, message: Pick<Message, 'id' | 'seq'>): Message | undefined {
  if (window?.root?.id === message.id) return window.root;
  const found = window?.messages[indexOf(window.messages, message.seq)];
  return found?.id === message.id ? found : undefined;
}

/** Puts a newer version in its place; `insert`: also one that isn't there yet. */
export function putMessage(window: ChannelWindow, message: Message, insert: boolean): ChannelWindow {
  const { messages, root } = window;
  if (root?.id === message.id) return message.version > root.version ? { ...window, root: message } : window;
  const at = indexOf(messages, message.seq);
  const existing = messages[at];
  if (existing?.seq === message.seq) {
    return message.version > existing.version ? { ...window, messages: messages.with(at, message) } : window;
  }
  return insert && belongsTo(window.scope, message) ? { ...window, messages: messages.toSpliced(at, 0, message) } : window;
}

/** Brings a window up to date by an event of its channel. Applying it twice changes nothing. */
export function windowAfter(window: ChannelWindow, event: StreamEvent): ChannelWindow {
  switch (event.type) {
    case 'message.created': {
      const { message, root } = event.payload;
      const put = putMessage(window, message, window.after === null && !window.stale);
      return root === undefined ? put : changeRoot(put, root, event.seq);
    }
    case 'message.edited':
      return quoteAnew(putMessage(window, event.payload.message, false), event.payload.message);
    case 'message.deleted': {
      const { message, root } = event.payload;
      const put = quoteAnew(putMessage(window, message, false), message);
      return root === undefined ? put : changeRoot(put, root, event.seq);
    }
    case 'message.updated':
      return putMessage(window, event.payload.message, false);
    case 'message.reaction_added':
    case 'message.reaction_removed': {
      const { messageId, messageSeq } = event.payload;
      const existing = findInWindow(window, { id: messageId, seq: messageSeq });
      return existing === undefined ? window : putMessage(window, withReaction(existing, event), false);
    }
    default:
      return window;
  }
}

function changeRoot(window: ChannelWindow, root: NonNullable<EventPayload<'message.deleted'>['root']>, version: number): ChannelWindow {
  const existing = findInWindow(window, root);
  if (existing === undefined || existing.version >= version) return window;
  const { thread: _before, ...message } = existing;
  return putMessage(window, { ...message, version, ...(root.thread && { thread: root.thread }) }, false);
}

/** Quotes follow the words of what they quote; that changes no version. */
function quoteAnew(window: ChannelWindow, quoted: Message): ChannelWindow {
  const isQuoting = ({ quote }: Message) => quote?.messageId === quoted.id;
  if (!window.messages.some(isQuoting) && !(window.root !== null && isQuoting(window.root))) return window;
  const text = messageExcerpt(quoted, LIMITS.excerpt);
  const anew = (message: Message): Message => (isQuoting(message) ? { ...message, quote: { ...message.quote!, text } } : message);
  return { ...window, root: window.root && anew(window.root), messages: window.messages.map(anew) };
}

/** Both in order, the newer version of those in both. */
export function mergeMessages(a: readonly Message[], b: readonly Message[]): readonly Message[] {
  const bySeq = new Map<number, Message>();
  for (const message of [...a, ...b]) {
    const existing = bySeq.get(message.seq);
    if (existing === undefined || message.version > existing.version) bySeq.set(message.seq, message);
  }
  return [...bySeq.values()].sort((x, y) => x.seq - y.seq);
}
