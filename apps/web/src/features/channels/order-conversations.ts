import type { SidebarSection } from '@parvis/contracts';
import type { ChannelEntry, TeamEntry } from '../../sync/index.ts';

/** What the list shows of a conversation. */
export type ListedChannel = Pick<ChannelEntry, 'channel' | 'membership' | 'unreadCount' | 'mentionCount' | 'lastMessageAt' | 'teamName'>;

export interface TeamGroup {
  team: Pick<TeamEntry['team'], 'id' | 'name' | 'description'>;
  /** Null in a team that I am not in, only in some of its channels, as guests are. */
  role: TeamEntry['role'] | null;
  channels: ListedChannel[];
}

/** A section of mine with what I put into it, in my order. */
export interface PlacedSection {
  section: SidebarSection;
  entries: ListedChannel[];
}

/** What stands in my own sections, and what is left to stand by itself. */
export function placeInSections(sections: readonly SidebarSection[], channels: readonly ListedChannel[]): { placed: PlacedSection[]; rest: ListedChannel[] } {
  const byId = new Map(channels.map((entry) => [entry.channel.id, entry]));
  const placed = sections.map((section) => ({ section, entries: section.channelIds.flatMap((id) => byId.get(id) ?? []).filter(({ channel }) => channel.archivedAt === null) }));
  const taken = new Set(placed.flatMap(({ entries }) => entries));
  return { placed, rest: channels.filter((entry) => !taken.has(entry)) };
}

const isChat = ({ channel }: ListedChannel): boolean => channel.teamId === null;

/** Direct and group conversations, the last active first. */
export function chatsByActivity(channels: readonly ListedChannel[]): ListedChannel[] {
  const activity = ({ lastMessageAt, channel }: ListedChannel): string => lastMessageAt ?? channel.createdAt;
  return channels.filter(isChat).sort((a, b) => activity(b).localeCompare(activity(a)) || a.channel.id.localeCompare(b.channel.id));
}

/** Teams by name, each with its open channels by name; also those that I am in channels of only. */
export function teamGroups(teams: readonly TeamEntry[], channels: readonly ListedChannel[], locale: string): TeamGroup[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  return [...teams, ...foreignTeams(teams, channels)]
    .sort((a, b) => collator.compare(a.team.name, b.team.name))
    .map((entry) => ({
      ...entry,
      channels: channels
        .filter(({ channel }) => channel.teamId === entry.team.id && channel.archivedAt === null)
        .sort((a, b) => collator.compare(a.channel.name ?? '', b.channel.name ?? '')),
    }));
}

/** Teams that I know by the channels only that I am in. */
function foreignTeams(teams: readonly TeamEntry[], channels: readonly ListedChannel[]): Omit<TeamGroup, 'channels'>[] {
  const known = new Set(teams.map(({ team }) => team.id));
  const foreign = new Map<string, Omit<TeamGroup, 'channels'>>();
  for (const { channel: { teamId, archivedAt }, teamName } of channels) {
    if (teamId === null || known.has(teamId) || archivedAt !== null) continue;
    foreign.set(teamId, { team: { id: teamId, name: teamName ?? '', description: '' }, role: null });
  }
  return [...foreign.values()];
}

/** Bold in the list: something of others is unread, or I marked it so by hand. */
export const isUnread = ({ unreadCount, membership }: ListedChannel): boolean => unreadCount > 0 || membership.markedUnread;

/** Unread, and I want to know: shown although its section is closed, and gone to by the keys. */
export const callsForReading = (entry: ListedChannel): boolean => isUnread(entry) && !entry.membership.muted;

/** What the warm badge counts: mentions, and everything said in direct and group conversations; nothing when muted. */
export const attentionCount = (summary: ListedChannel): number =>
  summary.membership.muted ? 0 : (isChat(summary) ? Math.max(summary.unreadCount, summary.mentionCount) : summary.mentionCount);

/** The next unread conversation above (-1) or below (1) the current one, going round at the ends. */
export function nextUnread(order: readonly ListedChannel[], currentId: string | undefined, direction: 1 | -1): string | undefined {
  const at = order.findIndex(({ channel }) => channel.id === currentId);
  const start = at === -1 && direction === -1 ? 0 : at;
  for (let step = 1; step <= order.length; step += 1) {
    const candidate = order[(start + direction * step + order.length * 2) % order.length];
    if (candidate && candidate.channel.id !== currentId && callsForReading(candidate)) return candidate.channel.id;
  }
  return undefined;
}
