import type { Message } from '@parvis/contracts';
import { streamId } from '@parvis/contracts/stream-id';
import { belongsTo, mergeMessages, putMessage, windowAfter, windowKey, withWindows } from './message-window.ts';
import { since } from './stream-position.ts';
import type { ChannelWindow, WindowScope, WorkspaceState } from './workspace-state.ts';

/** An answer of `listMessages` or `listReplies`. */
export interface MessagePage {
  /** Of a thread: the message that it hangs from. */
  root?: Message;
  messages: Message[];
  before: string | null;
  after: string | null;
  head: number;
}

/** Where a page goes: instead of the window, or next to it at the cursor that it was asked with. */
export type PagePlace = { at: 'replace' } | { at: 'before' | 'after'; cursor: string };

export interface PageApplied {
  state: WorkspaceState;
  /** False: too old to be brought up to date, or the window moved on meanwhile. Ask again. */
  accepted: boolean;
}

/** Takes in a page of history, which may be older or newer than the events applied so far. */
export function applyPage(state: WorkspaceState, scope: WindowScope, page: MessagePage, place: PagePlace): PageApplied {
  const position = state.streams[streamId('channel', scope.channelId)];
  const later = position === undefined ? null : since(position, page.head);
  if (later === null) return { state, accepted: false };
  const key = windowKey(scope);
  const placed = placePage(state.windows[key], scope, page, place);
  if (placed === null) return { state, accepted: false };
  return { state: { ...state, windows: { ...state.windows, [key]: later.reduce(windowAfter, placed) } }, accepted: true };
}

function placePage(known: ChannelWindow | undefined, scope: WindowScope, page: MessagePage, place: PagePlace): ChannelWindow | null {
  const { messages, before, after } = page;
  const window = known?.scope.replies === scope.replies ? known : undefined;
  const root = newer(page.root ?? null, window?.root ?? null);
  if (place.at === 'replace') {
    const kept = window?.messages.filter((message) => messages.some((other) => other.seq === message.seq)) ?? [];
    return { scope, root, messages: mergeMessages(messages, kept), before, after, stale: false };
  }
  if (window === undefined || window.stale || window[place.at] !== place.cursor) return null;
  const merged = mergeMessages(window.messages, messages);
  return place.at === 'before' ? { ...window, root, messages: merged, before } : { ...window, root, messages: merged, after };
}

const newer = (a: Message | null, b: Message | null): Message | null => (a === null || (b !== null && b.version > a.version) ? b : a);

/** The answer to my own send, edit or deletion, before or after its event. */
export function applyAnswer(state: WorkspaceState, message: Message): WorkspaceState {
  const position = state.streams[streamId('channel', message.channelId)];
  if (position === undefined) return state;
  return withWindows(state, message.channelId, (window) => {
    const ahead = message.seq > position.cursor && window.after === null && !window.stale;
    return putMessage(window, message, ahead && belongsTo(window.scope, message));
  });
}

/** Forgets the messages of a channel or thread, e.g. of a conversation not looked at for long. */
export function dropWindow(state: WorkspaceState, key: string): WorkspaceState {
  if (state.windows[key] === undefined) return state;
  const { [key]: _dropped, ...windows } = state.windows;
  return { ...state, windows };
}
