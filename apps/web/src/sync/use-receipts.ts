import { useCallback, useEffect } from 'react';
import { useSession } from './session-context.ts';
import { useConnectionState } from './use-connection-state.ts';
import { useSelected } from './use-selected.ts';

const none: Readonly<Record<string, number>> = {};

/** Up to where the others of a conversation read, of those who let me know; nothing while `wanted` is false. */
export function useReceipts(channelId: string, wanted: boolean): Readonly<Record<string, number>> {
  const { client } = useSession();
  // Signs of reading that came while there was no connection are lost: asked again with each one.
  const online = useConnectionState() === 'online';
  useEffect(() => {
    if (wanted && online) client.readReceipts(channelId).catch(() => undefined);
  }, [client, channelId, wanted, online]);
  const subscribe = useCallback((listener: () => void) => client.subscribe(listener), [client]);
  const read = useCallback(() => (wanted ? (client.ephemera.receipts[channelId] ?? none) : none), [client, channelId, wanted]);
  return useSelected(subscribe, read, (receipts) => receipts);
}
