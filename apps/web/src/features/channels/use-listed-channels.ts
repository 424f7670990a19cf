import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../sync/index.ts';
import { chatsByActivity, teamGroups, type ListedChannel, type TeamGroup } from './order-conversations.ts';

/** All my conversations in the order of the list. */
export function useListedChannels(): { chats: ListedChannel[]; groups: TeamGroup[] } {
  const { i18n } = useTranslation();
  const channels = useWorkspace((state) => state.channels);
  const teams = useWorkspace((state) => state.teams);
  return useMemo(() => {
    const all = Object.values(channels);
    return { chats: chatsByActivity(all), groups: teamGroups(Object.values(teams), all, i18n.language) };
  }, [channels, teams, i18n.language]);
}
