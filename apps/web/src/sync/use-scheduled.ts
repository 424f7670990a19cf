import { newClientId } from '@parvis/client-sdk';
import type { RouteCall, ScheduledMessage } from '@parvis/contracts';
import { useMemo } from 'react';
import { useSession } from './session-context.ts';

export interface ScheduledActions {
  /** Each of these rejects with `ApiProblem` or `NetworkFailure`; the answer is in the state when it resolves. */
  schedule: (message: Omit<RouteCall<'createScheduledMessage'>['body'], 'clientId'>) => Promise<ScheduledMessage>;
  update: (id: string, change: { text?: string; sendAt?: string }) => Promise<void>;
  cancel: (id: string) => Promise<void>;
  sendNow: (id: string) => Promise<void>;
}

export function useScheduledActions(): ScheduledActions {
  const { client } = useSession();
  return useMemo(() => {
    const put = (message: ScheduledMessage) => {
      client.update((state) => ({ ...state, scheduled: { ...state.scheduled, [message.id]: message } }));
    };
    const drop = (id: string) => {
      client.update((state) => {
        const { [id]: _gone, ...scheduled } = state.scheduled;
        return { ...state, scheduled };
      });
    };
    return {
      schedule: async (message) => {
        const made = await client.api.call('createScheduledMessage', { body: { ...message, clientId: newClientId() } });
        put(made);
        return made;
      },
      update: async (id, change) => {
        put(await client.api.call('updateScheduledMessage', { params: { id }, body: change }));
      },
      cancel: async (id) => {
        await client.api.call('deleteScheduledMessage', { params: { id } });
        drop(id);
      },
      sendNow: async (id) => {
        await client.api.call('sendScheduledMessage', { params: { id } });
        drop(id);
      },
    };
  }, [client]);
}
