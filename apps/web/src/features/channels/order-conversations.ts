import type { ChannelEntry, TeamEntry } from '../../sync/index.ts';

/** What the list shows of a conversation. */
export type ListedChannel = Pick<ChannelEntry, 'channel' | 'membership' | 'unreadCount' | 'mentionCount' | 'lastMessageAt'>;

export interface TeamGroup extends TeamEntry {
  channels: ListedChannel[];
}

const isChat = ({ channel }: ListedChannel): boolean => channel.teamId === null;

/** Direct and group conversations, the last active first. */
export function chatsByActivity(channels: readonly ListedChannel[]): ListedChannel[] {
  const activity = ({ lastMessageAt, channel }: ListedChannel): string => lastMessageAt ?? channel.createdAt;
  return channels.filter(isChat).sort((a, b) => activity(b).localeCompare(activity(a)) || a.channel.id.localeCompare(b.channel.id));
}

/** Teams by name, each with its open channels by name. */
export function teamGroups(teams: readonly TeamEntry[], channels: readonly ListedChannel[], locale: string): TeamGroup[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  return [...teams]
    .sort((a, b) => collator.compare(a.team.name, b.team.name))
    .map((entry) => ({
      ...entry,
      channels: channels
        .filter(({ channel }) => channel.teamId === entry.team.id && channel.archivedAt === null)
        .sort((a, b) => collator.compare(a.channel.name ?? '', b.channel.name ?? '')),
    }));
}

/** Bold in the list: something of others is unread, or I marked it so by hand. */
export const isUnread = ({ unreadCount, membership }: ListedChannel): boolean => unreadCount > 0 || membership.markedUnread;

/** What the warm badge counts: mentions, and everything said in direct and group conversations. */
export const attentionCount = (summary: ListedChannel): number => (isChat(summary) ? Math.max(summary.unreadCount, summary.mentionCount) : summary.mentionCount);

/** The next unread conversation above (-1) or below (1) the current one, going round at the ends. */
export function nextUnread(order: readonly ListedChannel[], currentId: string | undefined, direction: 1 | -1): string | undefined {
  const at = order.findIndex(({ channel }) => channel.id === currentId);
  const start = at === -1 && direction === -1 ? 0 : at;
  for (let step = 1; step <= order.length; step += 1) {
    const candidate = order[(start + direction * step + order.length * 2) % order.length];
    if (candidate && candidate.channel.id !== currentId && isUnread(candidate)) return candidate.channel.id;
  }
  return undefined;
}
