import { lazyWithQuery } from '../../app/with-query.ts';

export const PinnedMessages = lazyWithQuery(async () => (await import('./pinned-messages.tsx')).PinnedMessages);
