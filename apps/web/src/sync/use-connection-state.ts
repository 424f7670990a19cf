import type { ConnectionState } from './types.ts';

export function useConnectionState(): ConnectionState {
  throw new Error('not there yet');
}
