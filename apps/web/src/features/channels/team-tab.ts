export const TEAM_TABS = ['channels', 'members', 'settings'] as const;
export type TeamTab = (typeof TEAM_TABS)[number];

/** The tab of a team's page that its address names. */
export const teamTab = (search: Record<string, unknown>): { tab?: TeamTab } => {
  const tab = TEAM_TABS.find((name) => name === search.tab);
  return tab === undefined ? {} : { tab };
};
