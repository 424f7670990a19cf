/** The only door to this feature for others; its dialogs are loaded by `app/screens.ts`. */
export { ConversationMenuButton, SectionMenuButton } from './menu-on-demand.tsx';
export { collapseSection, sectionOf } from './sidebar-order.ts';
export { useDragConversations } from './use-drag-conversations.ts';
export { useMoveKeys } from './use-move-keys.ts';
export { useUnreadFilter } from './use-unread-filter.ts';
