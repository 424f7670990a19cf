import type { CommandSuggestion, Suggestion, SuggestionSources, UserSuggestion } from './composer-suggestion-types.ts';
import type { Trigger } from './composer-trigger.ts';
import { knownShortcodes, searchShortcodes, type EmojiMatch } from '../emoji/index.ts';

const MOST = 8;

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
      const known = knownShortcodes(trigger.query, language, MOST);
      if (known) return { items: known.map(ofEmoji), answer: null };
      return { items: [], answer: searchShortcodes(trigger.query, language, MOST).then((found) => found.map(ofEmoji), () => []) };
    }
  }
}

/** Adds what was found later below what is shown: nothing may move under the cursor or the finger. */
export function withFound(items: readonly Suggestion[], found: readonly Suggestion[]): readonly Suggestion[] {
  const shown = new Set(items.map(({ id }) => id));
  return [...items, ...found.filter(({ id }) => !shown.has(id))].slice(0, MOST);
}

function offerUsers(query: string, { knownUsers, findUsers, myId }: SuggestionSources): Offer {
  const { users, complete } = knownUsers(query);
  if (complete) return { items: ranked(query, users, myId), answer: null };
  // Who is a last resort must not be first for the moment until the others are found.
  const others = named(query, users.filter(({ id }) => id !== myId).map(ofUser));
  return { items: others.slice(0, MOST), answer: findUsers(query).then((found) => ranked(query, found, myId), () => ranked(query, users, myId)) };
}

/** Nobody should call everybody by a slip: people first, unless "channel" itself is being typed. Oneself last. */
function ranked(query: string, users: readonly UserSuggestion[], myId: string): Suggestion[] {
  const others = users.filter(({ id }) => id !== myId);
  const last: Suggestion[] = users.filter(({ id }) => id === myId).map(ofUser);
  if (query.length <= 1 && meansEveryone(query)) last.push({ kind: 'everyone', id: 'everyone' });
  return [...named(query, others.map(ofUser)).slice(0, MOST - last.length), ...last];
}

function named(query: string, people: Suggestion[]): Suggestion[] {
  return query.length > 1 && meansEveryone(query) ? [{ kind: 'everyone', id: 'everyone' }, ...people] : people;
}

const meansEveryone = (query: string): boolean => 'channel'.startsWith(query.toLowerCase());

const ofUser = (user: UserSuggestion): Suggestion => ({ kind: 'user', id: user.id, user });

const ofEmoji = ({ emoji, code }: EmojiMatch): Suggestion => ({ kind: 'emoji', id: code, emoji, code });

const ofCommand = (command: CommandSuggestion): Suggestion => ({ kind: 'command', id: command.name, command });

const ofChannel = (channel: ReturnType<SuggestionSources['knownChannels']>[number]): Suggestion[] =>
  channel.name === null ? [] : [{ kind: 'channel', id: channel.id, channel, name: channel.name }];
