import type { Message } from '@parvis/contracts';

/** More than this at once are counted instead of read out. */
const MOST_READ_OUT = 3;

export type Arrivals = { kind: 'none' } | { kind: 'read-out'; messages: Message[] } | { kind: 'counted'; count: number };

/** What to announce: messages of others after `afterSeq`. Pages of history that are scrolled to are no news. */
export function arrivals(messages: readonly Message[], afterSeq: number, meId: string): Arrivals {
  const news = messages.filter((message) => message.seq > afterSeq && message.authorId !== meId && message.deletedAt === null);
  if (news.length === 0) return { kind: 'none' };
  return news.length > MOST_READ_OUT ? { kind: 'counted', count: news.length } : { kind: 'read-out', messages: news };
}
