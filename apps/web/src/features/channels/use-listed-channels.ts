import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSidebarSections, useWorkspace } from '../../sync/index.ts';
import { chatsByActivity, placeInSections, teamGroups, type ListedChannel, type PlacedSection, type TeamGroup } from './order-conversations.ts';

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

/** The same as Chat shows them: first what I put into sections of my own, which then stands nowhere else. */
export function useArrangedChannels(): { placed: PlacedSection[]; chats: ListedChannel[]; groups: TeamGroup[] } {
  const { i18n } = useTranslation();
  const channels = useWorkspace((state) => state.channels);
  const teams = useWorkspace((state) => state.teams);
  const sections = useSidebarSections();
  return useMemo(() => {
    const { placed, rest } = placeInSections(sections, Object.values(channels));
    return { placed, chats: chatsByActivity(rest), groups: teamGroups(Object.values(teams), rest, i18n.language) };
  }, [channels, teams, sections, i18n.language]);
}
