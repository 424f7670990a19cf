import { lazyWithQuery } from '../../app/with-query.ts';

export const ChannelFiles = lazyWithQuery(async () => (await import('./channel-files.tsx')).ChannelFiles);
