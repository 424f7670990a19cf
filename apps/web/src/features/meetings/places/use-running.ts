import type { ActiveMeeting, Channel } from '@parvis/contracts';
import { useMemo } from 'react';
import { useWorkspace } from '../../../sync/index.ts';

export interface RunningMeeting {
  readonly channel: Channel;
  readonly meeting: ActiveMeeting;
}

/** What runs in my conversations now, oldest first. */
export function useRunningMeetings(): readonly RunningMeeting[] {
  const channels = useWorkspace((state) => state.channels);
  return useMemo(
    () => Object.values(channels)
      .flatMap(({ channel, meeting }) => (meeting ? [{ channel, meeting }] : []))
      .sort((a, b) => a.meeting.startedAt.localeCompare(b.meeting.startedAt)),
    [channels],
  );
}
