import { reactionsWith, reactionsWithout } from '@parvis/client-sdk';
import type { Reaction } from '@parvis/contracts';
import { withoutSkinTone } from '@parvis/contracts/emoji';

/** The same emoji in all its skin tones. */
export interface ReactionGroup {
  /** The same for every skin tone. */
  key: string;
  /** As it is shown: in my tone when I used it, else in that of who came first. */
  emoji: string;
  userIds: readonly string[];
  /** As I used it; null when I didn't. */
  mine: string | null;
}

/** What is shown of reactions: with mine that are on their way, one chip per emoji. */
export function shownReactions(reactions: readonly Reaction[], pending: ReadonlyMap<string, boolean> | undefined, meId: string): ReactionGroup[] {
  let all = reactions;
  for (const [emoji, on] of pending ?? []) all = on ? reactionsWith(all, emoji, meId) : reactionsWithout(all, emoji, meId);
  const groups = new Map<string, ReactionGroup>();
  for (const { emoji, userIds } of all) {
    const key = withoutSkinTone(emoji);
    const group = groups.get(key);
    const mine = userIds.includes(meId) ? emoji : (group?.mine ?? null);
    groups.set(key, { key, emoji: mine ?? group?.emoji ?? emoji, userIds: [...new Set([...(group?.userIds ?? []), ...userIds])], mine });
  }
  return [...groups.values()];
}

/** What choosing an emoji means: mine goes in whatever tone it is, else it comes. */
export function toggled(groups: readonly ReactionGroup[], emoji: string): { emoji: string; on: boolean } {
  const mine = groups.find(({ key }) => key === withoutSkinTone(emoji))?.mine ?? null;
  return mine === null ? { emoji, on: true } : { emoji: mine, on: false };
}
