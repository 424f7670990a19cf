import { useQuery } from '@tanstack/react-query';
import { api } from '../../../sync/index.ts';

/** Whether this server can record now. */
export function useMayRecord(): boolean {
  const { data } = useQuery({ queryKey: ['meeting-service'], queryFn: () => api.call('getMeetingService', {}) });
  return data?.state === 'ready';
}
