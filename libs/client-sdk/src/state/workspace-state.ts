import type {
  ActiveMeeting, Call, Channel, CustomEmoji, Draft, Membership, MembershipRole, Message, Organisation, Preferences, SavedItem, ScheduledMessage, Sidebar,
  StreamEvent, StreamId, Team, User,
} from '@parvis/contracts';

/** A channel in my list, kept current by its stream and mine. */
export interface ChannelEntry {
  readonly channel: Channel;
  readonly membership: Membership;
  /** Others' messages after `membership.readSeq`: exact up to 100 and capped there. */
  readonly unreadCount: number;
  readonly mentionCount: number;
  readonly lastMessageAt: string | null;
  /** Of a channel whose team I am not in: what the team is called. */
  readonly teamName?: string;
  /** The one that runs in it. */
  readonly meeting: ActiveMeeting | null;
  /** Seq of the channel's stream that the counts are of: earlier events are in them already. */
  readonly countedTo: number;
  /** The counts may be off by what can't be known here: to be read from the server again. */
  readonly uncertain: boolean;
}

/** A thread that I follow, kept current by its channel's stream and mine. */
export interface ThreadEntry {
  /** Id of the message that it hangs from. */
  readonly threadId: string;
  readonly channelId: string;
  /** Everything in it up to this seq of the channel is read. */
  readonly readSeq: number;
  /** Others' replies after `readSeq`: exact up to 100 and capped there. */
  readonly unreadCount: number;
  readonly mentionCount: number;
  /** Of those, the ones that the channel doesn't count too. */
  readonly onlyHereCount: number;
  /** Of the newest reply, deleted or not. */
  readonly lastReplySeq: number;
  /** As in `ChannelEntry`. */
  readonly countedTo: number;
  readonly uncertain: boolean;
}

export interface TeamEntry {
  readonly team: Team;
  readonly role: MembershipRole;
}

/** Whose messages a window holds: a channel's, with the replies that are only in threads or without; or one thread's. */
export interface WindowScope {
  readonly channelId: string;
  readonly threadId: string | null;
  readonly replies: 'include' | 'leave_out';
}

/** A contiguous piece of a channel's or a thread's history, in order of seq. */
export interface ChannelWindow {
  readonly scope: WindowScope;
  /** Of a thread: the message that it hangs from. */
  readonly root: Message | null;
  readonly messages: readonly Message[];
  /** Cursor of the page before the first message; null at the beginning. */
  readonly before: string | null;
  /** Cursor of the page after the last message; null at the live edge, where new ones are appended. */
  readonly after: string | null;
  /** There is a hole between this and what happened since: replace it by a fresh page. */
  readonly stale: boolean;
}

/** Where this client is in one stream. */
export interface StreamPosition {
  /** Seq of the last event applied. */
  readonly cursor: number;
  /** Highest seq known to exist. More than `cursor`: events are missing here. */
  readonly target: number;
  /** Events after a gap, in order, waiting for those between. */
  readonly buffered: readonly StreamEvent[];
  /** The last events applied, in order and without holes, back to `retainedFrom` (exclusive). */
  readonly retained: readonly StreamEvent[];
  readonly retainedFrom: number;
}

/**
 * Everything that the client knows of its workspace. Immutable: every reducer returns a new one, or
 * the same one when nothing changed.
 */
export interface WorkspaceState {
  readonly me: User;
  readonly organisation: Organisation;
  readonly teams: Readonly<Record<string, TeamEntry>>;
  readonly channels: Readonly<Record<string, ChannelEntry>>;
  /** People seen so far: a cache, not the whole organisation. */
  readonly users: Readonly<Record<string, User>>;
  readonly preferences: Preferences;
  /** What I have begun to write, by `draftKey`. */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** What I saved for later and have not done yet, by id. */
  readonly saved: Readonly<Record<string, SavedItem>>;
  readonly scheduled: Readonly<Record<string, ScheduledMessage>>;
  readonly sidebar: Sidebar;
  /** The organisation's own emoji, by id. */
  readonly emoji: Readonly<Record<string, CustomEmoji>>;
  /** What I voted, by the poll's message, as far as it was told since the start. */
  readonly votes: Readonly<Record<string, readonly number[]>>;
  /** Those that ring for me, by their meeting; a device rings until `expiresAt`. */
  readonly calls: Readonly<Record<string, Call>>;
  /** All that I follow, by their id. */
  readonly threads: Readonly<Record<string, ThreadEntry>>;
  /** By the id of the channel, or of the thread. */
  readonly windows: Readonly<Record<string, ChannelWindow>>;
  readonly streams: Readonly<Record<StreamId, StreamPosition>>;
  /** Events of streams that I don't know yet: their `channel.joined` is still on its way. */
  readonly early: Readonly<Record<StreamId, readonly StreamEvent[]>>;
}

