import { QueryClient } from '@tanstack/react-query';
import { NetworkFailure } from '../sync/index.ts';

/** For what no stream carries: sessions, invitations, search. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => error instanceof NetworkFailure && failures < 2,
    },
    // A form says that it failed and keeps what was typed; it does not wait for the network in silence.
    mutations: { networkMode: 'always', retry: false },
  },
});
