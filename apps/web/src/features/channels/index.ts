/** The only door to this feature for others; its pages and dialogs are loaded by `app/screens.ts`. */
export { ChannelDetails } from './channel-details-on-demand.ts';
export { ConversationIcon } from './conversation-icon.tsx';
export { conversationTitle, counterparts } from './conversation-title.ts';
export { attentionCount, isUnread } from './order-conversations.ts';
export { usePeopleSearch } from './use-people-search.ts';
export { PeoplePicker } from './people-picker.tsx';
export { MemberList } from './member-list.tsx';
export { TeamSection } from './team-section.tsx';
export { matchesPerson } from './matches-person.ts';
export { useConversationTitle } from './use-conversation-title.ts';
export { useListedChannels } from './use-listed-channels.ts';
export { useCurrentChannelId } from './use-current-channel-id.ts';
export { useChannelRights, type ChannelRights } from './use-channel-rights.ts';
export { useMayMentionAll } from './use-may-mention-all.ts';
export { useOpenDirect } from './use-open-direct.ts';
export { useUnreadKeys } from './use-unread-keys.ts';
export { useRovingList } from './use-roving-list.ts';
export { PlaceLink } from './place-link.tsx';
