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
  attachmentsPerMessage: 20,
  /** Bytes of one uploaded file, unless an admin says otherwise. */
  uploadBytes: 10 * 1024 * 1024 * 1024,
  fileName: 255,
  /** Peaks of a voice message's waveform, each 0 to 100. */
  waveformPeaks: 64,
  voiceMs: 30 * 60_000,
  customEmojiBytes: 512 * 1024,
  emojiName: 32,
  customEmoji: 2_000,
  /** Different emoji on one message. */
  reactionsPerMessage: 50,
  pinsPerChannel: 200,
  pollQuestion: 300,
  pollOption: 200,
  pollOptions: 20,
  /** Names told per option of an open poll; the count is exact. */
  pollVotersTold: 50,
  excerpt: 300,
  /** Open items; done ones don't count. */
  savedItems: 1_000,
  drafts: 500,
  scheduledMessages: 200,
  sidebarSections: 50,
  sectionName: 60,
  sidebarChannels: 2_000,
  groupHandle: 40,
  userGroups: 1_000,
  userGroupMembers: 1_000,
  statusText: 100,
  linkPreviewsPerMessage: 3,
  /** Devices in one meeting, unless an admin says otherwise. */
  meetingParticipants: 100,
  meetingConsumersPerMessage: 200,
  documentTitle: 200,
  /** Bytes of one Yjs update; larger ones are refused. */
  documentUpdateBytes: 1024 * 1024,
  /** Bytes of an update that goes in a socket message; larger ones go over HTTP. */
  documentPushBytes: 32 * 1024,
  /** Bytes of a whole document, as a Yjs update. */
  documentBytes: 20 * 1024 * 1024,
  documentAwarenessBytes: 4 * 1024,
  /** Documents below one another, the first included. */
  documentDepth: 12,
  /** Documents in one listing of a place. */
  documentsListed: 2_000,
  documentGrants: 200,
  documentVersions: 500,
  versionName: 100,
  commentText: 10_000,
  commentQuote: 500,
  /** Of one document. */
  commentThreads: 2_000,
  commentsPerThread: 200,
  /** Milliseconds that a call rings. */
  ringMs: 45_000,
  /** People told of who read up to where: only in conversations of at most so many. */
  receiptMembers: 20,
  /** Streams that one `/sync` request may name. */
  syncStreams: 2_000,
  /** Events of one stream that `/sync` returns; further behind answers `reset`. */
  syncEvents: 500,
  /** Unread counts are exact up to this number and capped there. */
  unreadCap: 100,
} as const;
