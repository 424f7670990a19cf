import { lazyWithQuery } from '../../app/load-screen.ts';

export const ChannelFiles = lazyWithQuery(async () => (await import('./channel-files.tsx')).ChannelFiles);
