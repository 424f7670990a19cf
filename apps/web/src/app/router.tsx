import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { ownPath } from './own-path.ts';
import { NotFound, RouteError } from './route-error.tsx';
import { screens, type SectionId } from './screens.ts';
import { rememberConversation, signedInUserId } from './session.ts';
import { api, ApiProblem } from '../sync/index.ts';

declare module '@tanstack/react-router' {
  interface Register { router: typeof router }
  interface StaticDataRouteOption {
    /** Which list the second pane shows. */
    section?: SectionId;
    /** On a phone the list is the page: there is nothing to show beside it. */
    listFirst?: boolean;
    /** On a phone this page needs the whole height: no tabs. */
    hidesTabs?: boolean;
    /** The page has the window to itself, but for the rail: no list, no top bar. */
    wide?: boolean;
  }
}

const rootRoute = createRootRoute({ notFoundComponent: NotFound });

const publicRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'public',
  component: lazyRouteComponent(() => import('./public/public-layout.tsx'), 'PublicLayout'),
});
const nextSearch = (search: Record<string, unknown>): { next?: string } => {
  const next = ownPath(search.next);
  return next === undefined ? {} : { next };
};
const setupRoute = createRoute({ getParentRoute: () => publicRoute, path: '/setup', component: screens.setup });
const signInRoute = createRoute({ getParentRoute: () => publicRoute, path: '/sign-in', component: screens.signIn, validateSearch: nextSearch });
const forgotRoute = createRoute({ getParentRoute: () => publicRoute, path: '/forgot-password', component: screens.forgotPassword });
const resetRoute = createRoute({ getParentRoute: () => publicRoute, path: '/reset-password', component: screens.resetPassword });
const joinRoute = createRoute({ getParentRoute: () => publicRoute, path: '/join', component: screens.joinByLink });
const invitationRoute = createRoute({ getParentRoute: () => publicRoute, path: '/invitation', component: screens.invitation });

/** A document for the whole world: no session is asked for. */
const publishedRoute = createRoute({ getParentRoute: () => rootRoute, path: '/published/$documentId', component: screens.published });

const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    try {
      return { userId: await signedInUserId() };
    } catch (error) {
      if (!(error instanceof ApiProblem && error.code === 'unauthenticated')) throw error;
      const { required } = await api.call('getSetup');
      if (required) throw redirect({ to: '/setup' });
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    }
  },
  component: lazyRouteComponent(() => import('./signed-in-layout.tsx'), 'SignedInLayout'),
});

const homeRoute = createRoute({
  getParentRoute: () => signedInRoute, path: '/', staticData: { section: 'chat', listFirst: true },
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
});
const conversationRoute = createRoute({
  getParentRoute: () => signedInRoute, path: '/c/$channelId', staticData: { section: 'chat', hidesTabs: true },
  /** `?message=` is a permalink; `?thread=` opens a thread beside it, at `?reply=`. */
  validateSearch: (search: Record<string, unknown>): { message?: string; thread?: string; reply?: string } => ({
    ...(typeof search.message === 'string' && { message: search.message }),
    ...(typeof search.thread === 'string' && { thread: search.thread }),
    ...(typeof search.reply === 'string' && { reply: search.reply }),
  }),
  onEnter: ({ params }) => rememberConversation(params.channelId),
  onStay: ({ params }) => rememberConversation(params.channelId),
  component: screens.conversation,
});
const place = <const P extends string>(path: P, component: typeof screens.profile) =>
  createRoute({ getParentRoute: () => signedInRoute, path, staticData: { section: 'chat' }, component });
const teamsRoute = createRoute({
  getParentRoute: () => signedInRoute, path: '/teams', staticData: { section: 'teams', listFirst: true }, component: screens.teams,
});
const browseRoute = createRoute({
  getParentRoute: () => signedInRoute, path: '/browse/$teamId', staticData: { section: 'teams' }, component: screens.channelBrowser,
});
const docsRoute = createRoute({
  getParentRoute: () => signedInRoute, path: '/docs', staticData: { section: 'docs', listFirst: true }, component: screens.docs,
});
const documentRoute = createRoute({
  getParentRoute: () => signedInRoute, path: '/docs/$documentId', staticData: { section: 'docs', hidesTabs: true }, component: screens.document,
});
const meetRoute = createRoute({
  getParentRoute: () => signedInRoute, path: '/meet', staticData: { section: 'meet', listFirst: true }, component: screens.meet,
});
const meetingRoute = createRoute({
  getParentRoute: () => signedInRoute, path: '/meet/$meetingId', staticData: { section: 'meet', hidesTabs: true, wide: true }, component: screens.meeting,
});
const reportRoute = createRoute({
  getParentRoute: () => signedInRoute, path: '/meet/$meetingId/report', staticData: { section: 'meet' }, component: screens.meetingReport,
});
const settingsRoute = createRoute({
  getParentRoute: () => signedInRoute, path: '/settings', staticData: { section: 'settings', listFirst: true },
  component: lazyRouteComponent(() => import('./settings/settings-home.tsx'), 'SettingsHome'),
});
const settingsPage = <const P extends string>(path: P, component: typeof screens.profile) =>
  createRoute({ getParentRoute: () => signedInRoute, path, staticData: { section: 'settings' }, component });

const routeTree = rootRoute.addChildren([
  publicRoute.addChildren([setupRoute, signInRoute, forgotRoute, resetRoute, invitationRoute, joinRoute]),
  publishedRoute,
  signedInRoute.addChildren([
    homeRoute, conversationRoute, place('/saved', screens.saved), place('/threads', screens.threads), place('/drafts', screens.drafts), place('/scheduled', screens.scheduled), teamsRoute, browseRoute, docsRoute, documentRoute, meetRoute, meetingRoute, reportRoute, settingsRoute,
    settingsPage('/settings/profile', screens.profile),
    settingsPage('/settings/appearance', screens.appearance),
    settingsPage('/settings/notifications', screens.notifications),
    settingsPage('/settings/sessions', screens.sessions),
    settingsPage('/settings/emoji', screens.emoji),
    settingsPage('/settings/people', screens.people),
    settingsPage('/settings/organisation', screens.organisation),
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: RouteError,
  defaultPendingMs: 300,
  scrollRestoration: false,
});
