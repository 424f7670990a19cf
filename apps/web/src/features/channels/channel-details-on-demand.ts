import { lazyWithQuery } from '../../app/load-screen.ts';

/** The details of a channel, loaded when they are first opened. */
export const ChannelDetails = lazyWithQuery(async () => (await import('./channel-details.tsx')).ChannelDetails);
