import type { Channel } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../sync/index.ts';
import { conversationTitle } from '../channels/index.ts';

export interface ForwardTarget {
  id: string;
  channel: Channel;
  title: string;
  /** The team that it is in. */
  detail: string | undefined;
}

const MOST = 40;
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** My conversations in which I may write, the last active first, that have all these words in their names. */
export function useForwardTargets(query: string): ForwardTarget[] {
  const { i18n } = useTranslation();
  const { channels, teams, users, me } = useWorkspace(({ channels, teams, users, me }) => ({ channels, teams, users, me }));
  return useMemo(() => {
    const words = folded(query).split(/\s+/u).filter(Boolean);
    return Object.values(channels)
      .filter(({ channel, membership }) => can({ role: me.role }, 'message.send', {
        archived: channel.archivedAt !== null, posting: channel.posting, mentionAll: channel.mentionAll, channelRole: membership.role,
        teamRole: channel.teamId === null ? null : (teams[channel.teamId]?.role ?? null),
      }))
      .sort((a, b) => (b.lastMessageAt ?? b.channel.createdAt).localeCompare(a.lastMessageAt ?? a.channel.createdAt))
      .map(({ channel, teamName }) => ({
        id: channel.id, channel,
        title: conversationTitle(channel, me.id, (id) => users[id]?.name, i18n.language),
        detail: channel.teamId === null ? undefined : (teams[channel.teamId]?.team.name ?? teamName),
      }))
      .filter(({ title, detail = '' }) => words.every((word) => folded(`${title} ${detail}`).includes(word)))
      .slice(0, MOST);
  }, [channels, teams, users, me, query, i18n.language]);
}
