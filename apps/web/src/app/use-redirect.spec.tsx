// @vitest-environment jsdom
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { act, StrictMode, useReducer } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, it } from 'vitest';
import { useRedirect } from './use-redirect.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
window.scrollTo = () => undefined;
let unmount: () => void = () => undefined;
afterEach(() => act(() => unmount()));

/** A router whose home leads to place "a"; places come only once they may. */
async function start(at = '/') {
  let [arrive, again] = [() => undefined as void, () => undefined as void];
  const held = new Promise<void>((resolve) => { arrive = resolve; });
  const Home = () => {
    const [, render] = useReducer((count: number) => count + 1, 0);
    again = render;
    useRedirect('/', { to: '/c/$channelId', params: { channelId: 'a' } });
    return null;
  };
  const root = createRootRoute({ component: Outlet });
  const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });
  const place = createRoute({ getParentRoute: () => root, path: '/c/$channelId', loader: () => held, component: () => null });
  const router = createRouter({ routeTree: root.addChildren([home, place]), history: createMemoryHistory({ initialEntries: [at] }), defaultPendingMs: 60_000 });
  const reactRoot = createRoot(document.createElement('div'));
  unmount = () => { reactRoot.unmount(); };
  await act(async () => {
    reactRoot.render(<StrictMode><RouterProvider router={router} /></StrictMode>);
    await router.load().catch(() => undefined);
  });
  return { router, arrive: () => act(async () => { arrive(); await held; }), again: () => act(() => { again(); }) };
}

describe('an address that is no place of its own', () => {
  it('leads to one that is, and is no step of the way back', async () => {
    const { router, arrive } = await start();
    await arrive();
    expect(router.history.location.pathname).toBe('/c/a');
    expect(router.history.length).toBe(1);
  });

  it('takes nobody back who went elsewhere before that was there', async () => {
    const { router, arrive, again } = await start();
    await act(async () => { void router.navigate({ to: '/c/$channelId', params: { channelId: 'b' } }); });
    again();
    await arrive();
    again();
    expect(router.history.location.pathname).toBe('/c/b');
  });
});
