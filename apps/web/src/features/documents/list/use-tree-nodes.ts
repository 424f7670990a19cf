import type { SeenDocument } from '@parvis/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../sync/index.ts';
import { conversationTitle } from '../../channels/index.ts';
import { documentHomesQuery, documentsQuery } from '../document-queries.ts';
import { buildNodes, type SectionKey, type TreeNodes } from './tree-nodes.ts';
import { isOpen, useTreeOpen } from './tree-open.ts';

/** Of the documents opened last. */
const RECENT = 5;

/** The whole section as a tree; what is in a closed conversation, among the templates or in the trash is read when it is opened. */
export function useTreeNodes(): { nodes: TreeNodes; loading: boolean } {
  const open = useTreeOpen();
  const channelIds = useHomes();
  const favourites = useQuery(documentsQuery('favourites')).data?.documents;
  const recent = useQuery(documentsQuery('recent', { limit: RECENT })).data?.documents;
  const personal = useQuery(documentsQuery('personal')).data?.documents;
  const shared = useQuery(documentsQuery('shared')).data?.documents;
  const templates = useQuery({ ...documentsQuery('templates'), enabled: isOpen(open, 'templates') }).data?.documents;
  const trash = useQuery({ ...documentsQuery('trash'), enabled: isOpen(open, 'trash') }).data?.documents;
  const inChannels = useQueries({
    queries: channelIds.map((channelId) => ({ ...documentsQuery('channel', { channelId }), enabled: isOpen(open, `channel:${channelId}`) })),
    combine: (results) => results.map(({ data }) => data?.documents),
  });
  const nodes = useMemo(() => {
    const section = (key: SectionKey, documents: readonly SeenDocument[] | undefined) => [key, documents ?? null] as const;
    const unlessEmpty = (key: SectionKey, documents: readonly SeenDocument[] | undefined) => (documents?.length ? [section(key, documents)] : []);
    return buildNodes([
      ...unlessEmpty('favourites', favourites), ...unlessEmpty('recent', recent), section('personal', personal), ...unlessEmpty('shared', shared),
      ...channelIds.map((channelId, index) => section(`channel:${channelId}`, inChannels[index])), section('templates', templates), section('trash', trash),
    ]);
  }, [favourites, recent, personal, shared, templates, trash, channelIds, inChannels]);
  return { nodes, loading: personal === undefined };
}

/** Conversations with documents, by what they are called. */
function useHomes(): string[] {
  const { i18n } = useTranslation();
  const { data } = useQuery(documentHomesQuery);
  const channels = useWorkspace((state) => state.channels);
  const users = useWorkspace((state) => state.users);
  const meId = useWorkspace((state) => state.me.id);
  return useMemo(() => {
    const titleOf = (id: string) => {
      const channel = channels[id]?.channel;
      return channel ? conversationTitle(channel, meId, (userId) => users[userId]?.name, i18n.language) : '';
    };
    return (data?.channelIds ?? []).filter((id) => channels[id] !== undefined).map((id) => ({ id, title: titleOf(id) }))
      .sort((a, b) => a.title.localeCompare(b.title, i18n.language)).map(({ id }) => id);
  }, [data, channels, users, meId, i18n.language]);
}
