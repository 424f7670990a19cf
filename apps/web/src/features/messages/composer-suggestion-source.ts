import { customEmojiKey } from '@parvis/contracts/emoji';
import { ROOM_WORDS } from '@parvis/rich-text';
import type { CommandSuggestion, GroupSuggestion, Suggestion, SuggestionSources, UserSuggestion } from './composer-suggestion-types.ts';
import type { Trigger } from './composer-trigger.ts';
import { inSkinTone, knownShortcodes, searchShortcodes, type EmojiMatch } from '../emoji/index.ts';

const MOST = 8;
const MOST_GROUPS = 3;

export interface Offer {
  /** What is known at once, best first. */
  items: readonly Suggestion[];
  /** Everything, once the server or the emoji data has answered; null when nothing is missing. */
  answer: Promise<readonly Suggestion[]> | null;
}

/** What to offer for what is being typed. */
export function offerFor(trigger: Trigger, sources: SuggestionSources, language: string): Offer {
  switch (trigger.kind) {
    case 'user':
      return offerUsers(trigger.query, sources);
    case 'channel':
      return { items: sources.knownChannels(trigger.query).slice(0, MOST).flatMap(ofChannel), answer: null };
    case 'command': {
      const known = sources.commands?.known(trigger.query) ?? null;
      if (known || !sources.commands) return { items: (known ?? []).map(ofCommand), answer: null };
      return { items: [], answer: sources.commands.find(trigger.query).then((found) => found.map(ofCommand), () => []) };
    }
    case 'emoji': {
      const own: Suggestion[] = (sources.ownEmoji?.(trigger.query) ?? []).slice(0, MOST).map(({ id, name }) => ({ kind: 'emoji', id: name, emoji: customEmojiKey(id), code: name }));
      const withOwn = (found: readonly EmojiMatch[]) => withFound(own, found.map((match) => ofEmoji(match, sources.skinTone ?? 0)));
      const known = knownShortcodes(trigger.query, language, MOST);
      if (known) return { items: withOwn(known), answer: null };
      return { items: own, answer: searchShortcodes(trigger.query, language, MOST).then(withOwn, () => own) };
    }
  }
}

/** Adds what was found later below what is shown: nothing may move under the cursor or the finger. */
export function withFound(items: readonly Suggestion[], found: readonly Suggestion[]): readonly Suggestion[] {
  const shown = new Set(items.map(({ id }) => id));
  return [...items, ...found.filter(({ id }) => !shown.has(id))].slice(0, Math.max(MOST, found.length));
}

function offerUsers(query: string, sources: SuggestionSources): Offer {
  const { users, complete } = sources.knownUsers(query);
  const callable: Callable = { ...sources, groups: (sources.knownGroups?.(query) ?? []).slice(0, MOST_GROUPS).map(ofGroup) };
  if (complete) return { items: ranked(query, users, callable), answer: null };
  // Who is a last resort must not be first for the moment until the others are found.
  const others = named(query, [...users.filter(({ id }) => id !== sources.myId).map(ofUser), ...callable.groups], callable);
  return { items: others.slice(0, MOST), answer: sources.findUsers(query).then((found) => ranked(query, found, callable), () => ranked(query, users, callable)) };
}

type Callable = Pick<SuggestionSources, 'myId' | 'mayMentionAll'> & { groups: Suggestion[] };

/** Nobody should call everybody by a slip: people first, then groups, unless the word itself is being typed. Oneself last. */
function ranked(query: string, users: readonly UserSuggestion[], callable: Callable): Suggestion[] {
  const { myId, groups } = callable;
  const others = users.filter(({ id }) => id !== myId);
  const last: Suggestion[] = [...groups, ...users.filter(({ id }) => id === myId).map(ofUser)];
  if (query.length <= 1) last.push(...roomWords(query, callable));
  return [...named(query, others.map(ofUser), callable).slice(0, MOST - last.length), ...last];
}

function named(query: string, people: Suggestion[], callable: Callable): Suggestion[] {
  return query.length > 1 ? [...roomWords(query, callable), ...people] : people;
}

const ROOM: readonly Extract<Suggestion, { kind: 'everyone' | 'here' }>[] = [{ kind: 'everyone', id: 'everyone' }, { kind: 'here', id: 'here' }];

/** `@channel` and `@here`, as far as they fit what is typed and the writer may. */
const roomWords = (query: string, { mayMentionAll = true }: Callable): Suggestion[] =>
  mayMentionAll ? ROOM.filter(({ kind }) => ROOM_WORDS[kind].startsWith(`@${query.toLowerCase()}`)) : [];

const ofGroup = (group: GroupSuggestion): Suggestion => ({ kind: 'group', id: group.id, group });

const ofUser = (user: UserSuggestion): Suggestion => ({ kind: 'user', id: user.id, user });

const ofEmoji = ({ emoji, code }: EmojiMatch, tone: number): Suggestion => ({ kind: 'emoji', id: code, emoji: inSkinTone(emoji, tone), code });

const ofCommand = (command: CommandSuggestion): Suggestion => ({ kind: 'command', id: command.name, command });

const ofChannel = (channel: ReturnType<SuggestionSources['knownChannels']>[number]): Suggestion[] =>
  channel.name === null ? [] : [{ kind: 'channel', id: channel.id, channel, name: channel.name }];
