import type { ActiveMeeting, Channel } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace, type ChannelEntry } from '../../sync/index.ts';
import type { SwitcherPlace } from './use-places.ts';

type ConversationPlace = Extract<SwitcherPlace, { kind: 'conversation' }>;
export type RunningPlace = Extract<SwitcherPlace, { kind: 'meeting' }>;
export type StartPlace = Extract<SwitcherPlace, { kind: 'start' }>;

/** What runs in my conversations, and where I could begin something. */
export function useMeetingPlaces(conversations: readonly ConversationPlace[]): { running: RunningPlace[]; starts: StartPlace[] } {
  const { t } = useTranslation('switcher');
  const me = useWorkspace((state) => state.me);
  const channels = useWorkspace((state) => state.channels);
  const teams = useWorkspace((state) => state.teams);
  return useMemo(() => {
    const words = t('meetingWords');
    const mayStart = ({ channel, membership }: ChannelEntry) => can(me, 'message.send', {
      archived: channel.archivedAt !== null, channelRole: membership.role, teamRole: channel.teamId === null ? null : (teams[channel.teamId]?.role ?? null), posting: channel.posting, mentionAll: channel.mentionAll,
    });
    const running: RunningPlace[] = [];
    const starts: StartPlace[] = [];
    if (can(me, 'meeting.create')) starts.push({ kind: 'start', id: 'start', channel: null, title: t('startNew'), keywords: words, weight: Number.MAX_SAFE_INTEGER, unread: false });
    for (const place of conversations) {
      const entry = channels[place.id];
      if (entry === undefined) continue;
      if (entry.meeting) running.push(runningPlace(place, entry.channel, entry.meeting));
      else if (mayStart(entry)) starts.push({ kind: 'start', id: `start-${place.id}`, channel: place.channel, title: t(place.channel.kind === 'direct' ? 'startWith' : 'startIn', { name: place.title }), keywords: `${place.keywords ?? ''} ${words}`, weight: place.weight, unread: false });
    }
    return { running, starts };

    function runningPlace(place: ConversationPlace, channel: Channel, meeting: ActiveMeeting): RunningPlace {
      return {
        kind: 'meeting', id: meeting.id, channel, title: meeting.title || place.title, keywords: `${place.title} ${place.keywords ?? ''} ${words}`,
        detail: t('running', { count: meeting.participantCount }), weight: Number.MAX_SAFE_INTEGER, unread: true,
      };
    }
  }, [t, me, channels, teams, conversations]);
}
