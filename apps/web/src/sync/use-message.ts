import type { Message } from '@parvis/contracts';
import { useEffect, useState } from 'react';
import { useSession } from './session-context.ts';
import { useWorkspace } from './use-workspace.ts';

/** One message of a conversation of mine, as it is now if it is loaded, else as it was looked up. Undefined meanwhile, null when it isn't there. */
export function useMessage(channelId: string, messageId: string | null): Message | null | undefined {
  const { client } = useSession();
  const loaded = useWorkspace((state) => {
    if (messageId === null) return undefined;
    for (const { scope, root, messages } of Object.values(state.windows)) {
      if (scope.channelId !== channelId) continue;
      const found = root?.id === messageId ? root : messages.find(({ id }) => id === messageId);
      if (found !== undefined) return found;
    }
    return undefined;
  }, Object.is);
  const [looked, setLooked] = useState<{ messageId: string; message: Message | null } | null>(null);
  const isLoaded = loaded !== undefined;
  useEffect(() => {
    if (messageId === null || isLoaded) return;
    let left = false;
    client.api.call('getMessage', { params: { channelId, messageId } }).catch(() => null).then(
      (message) => {
        if (!left) setLooked({ messageId, message });
      },
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [client, channelId, messageId, isLoaded]);
  if (messageId === null) return null;
  return loaded ?? (looked?.messageId === messageId ? looked.message : undefined);
}
