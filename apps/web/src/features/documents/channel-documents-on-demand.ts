import { lazyWithQuery } from '../../app/load-screen.ts';

/** The documents of a conversation, loaded when they are first looked at. */
export const ChannelDocuments = lazyWithQuery(async () => (await import('./conversation/channel-documents.tsx')).ChannelDocuments);
