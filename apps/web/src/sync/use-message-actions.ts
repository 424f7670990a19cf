import type { MessageActions } from './types.ts';

export function useMessageActions(): MessageActions {
  throw new Error('not there yet');
}
