import type { Draft } from './types.ts';

/** One draft per conversation (`key`: a channel id), kept on this device. */
export function useDraft(_key: string): Draft {
  throw new Error('not there yet');
}

/** Conversations with a draft, for the pencil in the sidebar. */
export function useDraftChannelIds(): ReadonlySet<string> {
  throw new Error('not there yet');
}
