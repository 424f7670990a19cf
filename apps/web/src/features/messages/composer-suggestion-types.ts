/** A person to mention; a `User` is one. */
export interface UserSuggestion {
  id: string;
  name: string;
  title?: string | null;
  avatarVersion?: string | null;
}

/** A channel to mention; a `Channel` is one. */
export interface ChannelSuggestion {
  id: string;
  name: string | null;
  topic?: string | null;
}

export interface SuggestionSources {
  suggestUsers: (query: string) => Promise<readonly UserSuggestion[]>;
  suggestChannels: (query: string) => Promise<readonly ChannelSuggestion[]>;
}

export type Suggestion =
  | { kind: 'user'; id: string; user: UserSuggestion }
  | { kind: 'everyone'; id: 'everyone' }
  | { kind: 'channel'; id: string; channel: ChannelSuggestion; name: string }
  | { kind: 'emoji'; id: string; emoji: string; code: string };
