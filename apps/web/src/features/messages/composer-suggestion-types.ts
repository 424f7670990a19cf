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
  /** Whom the device knows, best first, at once; `complete` when the server would find nobody else. */
  knownUsers: (query: string) => { users: readonly UserSuggestion[]; complete: boolean };
  /** Those that the device knows and those that the server finds, best first. */
  findUsers: (query: string) => Promise<readonly UserSuggestion[]>;
  /** The device knows all those that one can mention. */
  knownChannels: (query: string) => readonly ChannelSuggestion[];
  /** The person who writes: hardly ever means to mention themselves. */
  myId: string;
}

export type Suggestion =
  | { kind: 'user'; id: string; user: UserSuggestion }
  | { kind: 'everyone'; id: 'everyone' }
  | { kind: 'channel'; id: string; channel: ChannelSuggestion; name: string }
  | { kind: 'emoji'; id: string; emoji: string; code: string };
