import type { Channel, Document, User } from '@parvis/contracts';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readVisits, useWorkspace, weightOf } from '../../sync/index.ts';
import { conversationTitle, counterparts, isUnread, usePeopleSearch } from '../channels/index.ts';
import { type Place, rankPlaces } from './rank-places.ts';
import { useDocumentPlaces } from './use-document-places.ts';
import { useMeetingPlaces } from './use-meeting-places.ts';

export type SwitcherPlace = Place & { id: string; detail?: string } & (
  | { kind: 'conversation'; channel: Channel }
  | { kind: 'person'; user: User }
  | { kind: 'document'; document: Document }
  /** Runs there; `id` is its own. */
  | { kind: 'meeting'; channel: Channel }
  /** Begins a meeting there; without a channel, one of my own. */
  | { kind: 'start'; channel: Channel | null }
);

const MOST = 12;
/** Of what can be begun: below where one can go. */
const MOST_STARTS = 3;

/** Where one can go: meetings that run, my conversations, people whom I don't have one with yet, and documents; and what can be begun there. */
export function usePlaces(query: string): { places: SwitcherPlace[]; searching: boolean } {
  const conversations = useConversationPlaces();
  const { running, starts } = useMeetingPlaces(conversations);
  const { documents, searching: searchingDocuments } = useDocumentPlaces(query);
  const { people, searching } = usePeopleSearch(query);
  const meId = useWorkspace((state) => state.me.id);
  const places = useMemo(() => {
    const direct = new Set(conversations.flatMap(({ channel }) => (channel.kind === 'direct' ? counterparts(channel, meId) : [])));
    const others = query.trim() === '' ? [] : people.filter(({ id }) => !direct.has(id)).map((user): SwitcherPlace => ({
      kind: 'person', id: user.id, user, title: user.name, keywords: user.email, detail: user.title, weight: 0, unread: false,
    }));
    const begun = query.trim() === '' ? [] : rankPlaces(starts, query, MOST_STARTS);
    return [...rankPlaces<SwitcherPlace>([...running, ...conversations, ...others, ...documents], query, MOST - begun.length), ...begun];
  }, [conversations, running, starts, people, documents, query, meId]);
  return { places, searching: searching || searchingDocuments };
}

function useConversationPlaces(): Extract<SwitcherPlace, { kind: 'conversation' }>[] {
  const { i18n } = useTranslation();
  const me = useWorkspace((state) => state.me);
  const channels = useWorkspace((state) => state.channels);
  const teams = useWorkspace((state) => state.teams);
  const users = useWorkspace((state) => state.users);
  // As they were when this was opened: the order must not move under the keys.
  const [{ visits, now }] = useState(() => ({ visits: readVisits(me.id), now: Date.now() }));
  return useMemo(
    () => Object.values(channels).filter(({ channel }) => channel.archivedAt === null).map((entry) => {
      const { channel } = entry;
      const team = channel.teamId === null ? undefined : (teams[channel.teamId]?.team.name ?? entry.teamName);
      const people = channel.memberIds.map((id) => users[id]?.name ?? '').join(' ');
      return {
        kind: 'conversation' as const, id: channel.id, channel,
        title: conversationTitle(channel, me.id, (id) => users[id]?.name, i18n.language),
        keywords: `${team ?? ''} ${people}`,
        ...(team !== undefined && { detail: team }),
        weight: weightOf(visits, channel.id, now),
        unread: isUnread(entry) && !entry.membership.muted,
      };
    }),
    [channels, teams, users, me.id, visits, now, i18n.language],
  );
}
