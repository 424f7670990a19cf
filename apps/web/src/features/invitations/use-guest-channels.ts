import type { Channel } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { useMemo } from 'react';
import { useWorkspace } from '../../sync/index.ts';

export interface GuestChannel {
  channel: Channel;
  teamName: string;
}

/** The channels of mine that I may let guests into, by team and name. The server decides again. */
export function useGuestChannels(): GuestChannel[] {
  const me = useWorkspace((state) => state.me);
  const channels = useWorkspace((state) => state.channels);
  const teams = useWorkspace((state) => state.teams);
  return useMemo(() => Object.values(channels).flatMap(({ channel, membership }) => {
    const team = channel.teamId === null ? undefined : teams[channel.teamId];
    if (team === undefined) return [];
    const { kind, general, posting, archivedAt } = channel;
    const place = { kind, general, posting, archived: archivedAt !== null, channelRole: membership.role, teamRole: team.role };
    return can({ role: me.role }, 'channel.add_guest', place) ? [{ channel, teamName: team.team.name }] : [];
  }).sort((a, b) => a.teamName.localeCompare(b.teamName) || (a.channel.name ?? '').localeCompare(b.channel.name ?? '')), [channels, teams, me.role]);
}
