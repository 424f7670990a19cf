import type { ChannelSummary, TeamSummary } from '@parvis/contracts';

export interface TeamGroup {
  summary: TeamSummary;
  channels: ChannelSummary[];
}

const isChat = ({ channel }: ChannelSummary): boolean => channel.teamId === null;

/** Direct and group conversations, the last active first. */
export function chatsByActivity(channels: readonly ChannelSummary[]): ChannelSummary[] {
  const activity = ({ lastMessageAt, channel }: ChannelSummary): string => lastMessageAt ?? channel.createdAt;
  return channels.filter(isChat).sort((a, b) => activity(b).localeCompare(activity(a)) || a.channel.id.localeCompare(b.channel.id));
}

/** Teams by name, each with its open channels by name. */
export function teamGroups(teams: readonly TeamSummary[], channels: readonly ChannelSummary[], locale: string): TeamGroup[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  return [...teams]
    .sort((a, b) => collator.compare(a.team.name, b.team.name))
    .map((summary) => ({
      summary,
      channels: channels
        .filter(({ channel }) => channel.teamId === summary.team.id && channel.archivedAt === null)
        .sort((a, b) => collator.compare(a.channel.name ?? '', b.channel.name ?? '')),
    }));
}

/** Bold in the list: something of others is unread, or I marked it so by hand. */
export const isUnread = ({ unreadCount, membership }: ChannelSummary): boolean => unreadCount > 0 || membership.markedUnread;

/** What the warm badge counts: mentions, and everything said in direct and group conversations. */
export const attentionCount = (summary: ChannelSummary): number => (isChat(summary) ? Math.max(summary.unreadCount, summary.mentionCount) : summary.mentionCount);

/** The next unread conversation above (-1) or below (1) the current one, going round at the ends. */
export function nextUnread(order: readonly ChannelSummary[], currentId: string | undefined, direction: 1 | -1): string | undefined {
  const at = order.findIndex(({ channel }) => channel.id === currentId);
  const start = at === -1 && direction === -1 ? 0 : at;
  for (let step = 1; step <= order.length; step += 1) {
    const candidate = order[(start + direction * step + order.length * 2) % order.length];
    if (candidate && candidate.channel.id !== currentId && isUnread(candidate)) return candidate.channel.id;
  }
  return undefined;
}
