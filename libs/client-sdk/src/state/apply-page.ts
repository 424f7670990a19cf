import type { Message, RouteOutput } from '@parvis/contracts';
import { streamId } from '@parvis/contracts/stream-id';
import { mergeMessages, putMessage, windowAfter } from './message-window.ts';
import { since } from './stream-position.ts';
import type { ChannelWindow, WorkspaceState } from './workspace-state.ts';

export type MessagePage = RouteOutput<'listMessages'>;

/** Where a page goes: instead of the window, or next to it at the cursor that it was asked with. */
export type PagePlace = { at: 'replace' } | { at: 'before' | 'after'; cursor: string };

export interface PageApplied {
  state: WorkspaceState;
  /** False: too old to be brought up to date, or the window moved on meanwhile. Ask again. */
  accepted: boolean;
}

/** Takes in a page of history, which may be older or newer than the events applied so far. */
export function applyPage(state: WorkspaceState, channelId: string, page: MessagePage, place: PagePlace): PageApplied {
  const position = state.streams[streamId('channel', channelId)];
  const later = position === undefined ? null : since(position, page.head);
  if (later === null) return { state, accepted: false };
  const placed = placePage(state.windows[channelId], page, place);
  if (placed === null) return { state, accepted: false };
  return { state: withWindow(state, channelId, later.reduce(windowAfter, placed)), accepted: true };
}

function placePage(window: ChannelWindow | undefined, page: MessagePage, place: PagePlace): ChannelWindow | null {
  const { messages, before, after } = page;
  if (place.at === 'replace') {
    const known = window?.messages.filter((message) => messages.some((other) => other.seq === message.seq)) ?? [];
    return { messages: mergeMessages(messages, known), before, after, stale: false };
  }
  if (window === undefined || window.stale || window[place.at] !== place.cursor) return null;
  const merged = mergeMessages(window.messages, messages);
  return place.at === 'before' ? { ...window, messages: merged, before } : { ...window, messages: merged, after };
}

/** The answer to my own send, edit or deletion, before or after its event. */
export function applyAnswer(state: WorkspaceState, message: Message): WorkspaceState {
  const window = state.windows[message.channelId];
  const position = state.streams[streamId('channel', message.channelId)];
  if (window === undefined || position === undefined) return state;
  const ahead = message.seq > position.cursor && window.after === null && !window.stale;
  const next = putMessage(window, message, ahead);
  return next === window ? state : withWindow(state, message.channelId, next);
}

/** Forgets a channel's messages, e.g. of a conversation not looked at for long. */
export function dropWindow(state: WorkspaceState, channelId: string): WorkspaceState {
  if (state.windows[channelId] === undefined) return state;
  const { [channelId]: _dropped, ...windows } = state.windows;
  return { ...state, windows };
}

const withWindow = (state: WorkspaceState, channelId: string, window: ChannelWindow): WorkspaceState => ({
  ...state, windows: { ...state.windows, [channelId]: window },
});

