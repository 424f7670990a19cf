import { QueryClientProvider } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { queryClient } from './query-client.ts';

/** The same component inside the provider of queries. */
export function scoped<P extends object>(Component: ComponentType<P>): ComponentType<P> {
  return function Scoped(props: P) {
    return <QueryClientProvider client={queryClient}><Component {...props} /></QueryClientProvider>;
  };
}
