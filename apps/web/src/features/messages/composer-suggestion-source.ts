import type { Suggestion, SuggestionSources } from './composer-suggestion-types.ts';
import type { Trigger } from './composer-trigger.ts';

const MOST = 8;

/** What to offer for what is being typed, best first. */
export async function findSuggestions(trigger: Trigger, sources: SuggestionSources, language: string): Promise<Suggestion[]> {
  switch (trigger.kind) {
    case 'user':
      return findUsers(trigger.query, sources);
    case 'channel':
      return (await sources.suggestChannels(trigger.query)).slice(0, MOST).flatMap((channel): Suggestion[] =>
        channel.name === null ? [] : [{ kind: 'channel', id: channel.id, channel, name: channel.name }],
      );
    case 'emoji': {
      const { searchShortcodes } = await import('./emoji-shortcodes.ts');
      const found = await searchShortcodes(trigger.query, language, MOST);
      return found.map(({ emoji, code }) => ({ kind: 'emoji', id: code, emoji, code }));
    }
  }
}

async function findUsers(query: string, { suggestUsers }: SuggestionSources): Promise<Suggestion[]> {
  const users = (await suggestUsers(query)).slice(0, MOST).map((user): Suggestion => ({ kind: 'user', id: user.id, user }));
  const everyone = 'channel'.startsWith(query.toLowerCase());
  if (!everyone) return users;
  const suggestion: Suggestion = { kind: 'everyone', id: 'everyone' };
  // Nobody should call everybody by a slip: people first, unless "channel" itself is being typed.
  return query.length > 1 ? [suggestion, ...users] : [...users.slice(0, MOST - 1), suggestion];
}
