import { lazyRouteComponent } from '@tanstack/react-router';
import { lazy, type ComponentType } from 'react';
import { allTexts } from '../i18n/index.ts';

type Load<P> = () => Promise<ComponentType<P>>;

const loadScoped = async <P extends object>(load: Load<P>): Promise<{ default: ComponentType<P> }> => {
  const [Component, { scoped }] = await Promise.all([load(), import('./query-scope.tsx'), allTexts()]);
  return { default: scoped(Component) };
};

/** `lazyRouteComponent` and `lazy` for what needs more texts than the first screen. */
export const page = <T extends Record<string, unknown>, K extends keyof T & string>(load: () => Promise<T>, name: K) =>
  lazyRouteComponent(async () => (await Promise.all([load(), allTexts()]))[0], name);
export const onDemand = <P extends object>(load: Load<P>) => lazy(async () => ({ default: (await Promise.all([load(), allTexts()]))[0] }));

/** `lazy` for a component that queries: a conversation, which needs none, opens without that library. */
export const lazyWithQuery = <P extends object>(load: Load<P>) => lazy(() => loadScoped(load));

/** The same for a route's component. */
export const pageWithQuery = (load: Load<object>) => lazyRouteComponent(() => loadScoped(load), 'default');

/** What was queried as one person is nothing for the next. */
export const forgetQueries = async (): Promise<void> => (await import('./query-client.ts')).queryClient.clear();
