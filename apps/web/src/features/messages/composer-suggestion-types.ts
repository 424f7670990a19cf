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

/** A group of people to mention; a `UserGroup` is one. */
export interface GroupSuggestion {
  id: string;
  handle: string;
  name: string;
  memberCount: number;
}

/** A command to run, from the beginning of a message. */
export interface CommandSuggestion {
  name: string;
  /** What it takes; may be empty. */
  takes: string;
  help: string;
}

export interface SuggestionSources {
  /** Whom the device knows, best first, at once; `complete` when the server would find nobody else. */
  knownUsers: (query: string) => { users: readonly UserSuggestion[]; complete: boolean };
  /** Those that the device knows and those that the server finds, best first. */
  findUsers: (query: string) => Promise<readonly UserSuggestion[]>;
  /** The device knows all those that one can mention. */
  knownChannels: (query: string) => readonly ChannelSuggestion[];
  /** The groups that are known; left out where none are mentioned. */
  knownGroups?: (query: string) => readonly GroupSuggestion[];
  /** The emoji that people here added, whose names begin so or have it in them; left out where none are written. */
  ownEmoji?: (query: string) => readonly { id: string; name: string }[];
  /** Of the writer: 0 for none. */
  skinTone?: number;
  /** False: `@channel` and `@here` would call nobody. */
  mayMentionAll?: boolean;
  /** Left out where no commands are run. `known`: null until they are loaded. */
  commands?: {
    known: (query: string) => readonly CommandSuggestion[] | null;
    find: (query: string) => Promise<readonly CommandSuggestion[]>;
  };
  /** The person who writes: hardly ever means to mention themselves. */
  myId: string;
}

export type Suggestion =
  | { kind: 'user'; id: string; user: UserSuggestion }
  | { kind: 'everyone'; id: 'everyone' }
  | { kind: 'here'; id: 'here' }
  | { kind: 'group'; id: string; group: GroupSuggestion }
  | { kind: 'channel'; id: string; channel: ChannelSuggestion; name: string }
  | { kind: 'emoji'; id: string; emoji: string; code: string }
  | { kind: 'command'; id: string; command: CommandSuggestion };
