import { useParams } from '@tanstack/react-router';

/** The conversation that is open, if any. */
export function useCurrentChannelId(): string | undefined {
  return useParams({ strict: false, select: (params) => params.channelId });
}
