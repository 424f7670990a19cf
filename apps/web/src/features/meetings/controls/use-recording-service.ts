import type { RouteOutput } from '@parvis/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../sync/index.ts';

/** What is missing may be installed meanwhile. */
const AGAIN = 15_000;

/** Whether this server can record now, or why it can't; undefined while that isn't known. */
export function useRecordingService(): RouteOutput<'getMeetingService'>['recording'] | undefined {
  const { data } = useQuery({
    queryKey: ['meeting-service'],
    queryFn: () => api.call('getMeetingService', {}),
    refetchInterval: ({ state }) => (state.data?.recording === 'ready' ? false : AGAIN),
  });
  return data?.recording;
}
