import { lazyRouteComponent } from '@tanstack/react-router';
import { lazy, type ComponentType } from 'react';

type Load<P> = () => Promise<ComponentType<P>>;

const loadScoped = async <P extends object>(load: Load<P>): Promise<{ default: ComponentType<P> }> => {
  const [Component, { scoped }] = await Promise.all([load(), import('./query-scope.tsx')]);
  return { default: scoped(Component) };
};

/** `lazy` for a component that queries: a conversation, which needs none, opens without that library. */
export const lazyWithQuery = <P extends object>(load: Load<P>) => lazy(() => loadScoped(load));

/** The same for a route's component. */
export const pageWithQuery = (load: Load<object>) => lazyRouteComponent(() => loadScoped(load), 'default');

/** What was queried as one person is nothing for the next. */
export const forgetQueries = async (): Promise<void> => (await import('./query-client.ts')).queryClient.clear();
