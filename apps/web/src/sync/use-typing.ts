import type { Typing } from './types.ts';

export function useTyping(_channelId: string): Typing {
  throw new Error('not there yet');
}
