/** Sizes that both sides check: lengths in UTF-16 code units, counts in items, sizes in bytes. */
export const LIMITS = {
  messageText: 40_000,
  name: 100,
  channelName: 80,
  topic: 500,
  description: 2_000,
  title: 120,
  email: 254,
  passwordMin: 10,
  passwordMax: 200,
  searchQuery: 200,
  groupMembers: 20,
  pageSize: 200,
  pageSizeDefault: 50,
  idsPerLookup: 200,
  presenceWatch: 500,
  avatarBytes: 5 * 1024 * 1024,
  bodyBytes: 512 * 1024,
  /** Streams that one `/sync` request may name. */
  syncStreams: 2_000,
  /** Events of one stream that `/sync` returns; further behind answers `reset`. */
  syncEvents: 500,
  /** Unread counts are exact up to this number and capped there. */
  unreadCap: 100,
} as const;
