import { rememberedUserId } from '../sync/index.ts';

/**
 * Asks for the files of the place that the page opens at all at once, beside the texts, instead of
 * one after the other as each is rendered. The router then finds them loaded.
 */
export function preloadPlace(path: string): void {
  const isConversation = path === '/' || path.startsWith('/c/');
  if (!isConversation || rememberedUserId() === null) return;
  const ignore = () => undefined;
  import('./signed-in-layout.tsx').catch(ignore);
  import('../features/messages/conversation-page.tsx').catch(ignore);
  import('../features/channels/conversation-list.tsx').catch(ignore);
  if (path === '/') import('./home-page.tsx').catch(ignore);
}
