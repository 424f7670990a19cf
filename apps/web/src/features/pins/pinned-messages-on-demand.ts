import { lazyWithQuery } from '../../app/load-screen.ts';

export const PinnedMessages = lazyWithQuery(async () => (await import('./pinned-messages.tsx')).PinnedMessages);
