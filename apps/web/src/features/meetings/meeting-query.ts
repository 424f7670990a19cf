import { api } from '../../sync/index.ts';

/** A meeting as it was a moment ago; the one that I am in is the engine's. */
export const meetingQuery = (meetingId: string) => ({
  queryKey: ['meeting', meetingId],
  queryFn: () => api.call('getMeeting', { params: { id: meetingId } }),
  retry: false,
});
