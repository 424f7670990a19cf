/** The only door to this feature for others: what is pinned in a conversation, for its details. */
export { PinnedMessages } from './pinned-messages-on-demand.ts';
