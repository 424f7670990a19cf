/**
 * The only door to the workspace's data: live state, messages, outbox, drafts, presence. Screens
 * render what these hooks return and never fetch what a stream carries.
 */
export { api, ApiProblem, NetworkFailure, problemCode } from './api.ts';
/** User id of the last workspace opened on this device, to paint from its cache before any answer. */
export { rememberedUserId } from './remembered-user.ts';
/** `<SyncProvider userId fallback onSignedOut>` around everything that is signed in. */
export { SyncProvider, type SyncProviderProps } from './sync-provider.tsx';
/** Signs out on the server and removes everything of this person from the device. */
export { useHasUnsent } from './use-has-unsent.ts';
export { useSignOut } from './use-sign-out.ts';
export { usePreferences } from './use-preferences.ts';
export { useIsReading, useWorkspaceEvents } from './use-workspace-events.ts';
/** `useUploads(place)`: `place` is the conversation's or the thread's id. */
export { useUploads } from './use-uploads.ts';
export { uploadAlone } from './upload-alone.ts';
export type { UploadItem, Uploads, VoiceNote } from './uploads.ts';
/** How much each conversation is opened on this device. */
export { readVisits, weightOf, type Visits } from './visits.ts';
export { useConnectionState } from './use-connection-state.ts';
/** `useWorkspace((state) => state.channels[id])`: renders again when the selected value changes (===, or `equal`). */
export { useWorkspace, useWorkspaceActions, type WorkspaceActions } from './use-workspace.ts';
export { useChannelMessages, useMessagesOf } from './use-channel-messages.ts';
/** `useForesee(channelId)`: handlers for what leads to a conversation. */
export { useForesee } from './use-foresee.ts';
/** `useMessage(channelId, messageId)`: from what is loaded, else looked up; null when there is none. */
export { useMessage } from './use-message.ts';
export { type ThreadActions, type ThreadPage, unreadThreads, useThread, useThreadActions, useUnreadThreadCount } from './use-threads.ts';
export { useSendMessage, useFailedMessages } from './use-send-message.ts';
export { useMessageActions } from './use-message-actions.ts';
/** `useOwnVote(message)` in a poll; `usePostMessage()` for what isn't written in the composer. */
export { useOwnVote, usePostMessage } from './use-poll.ts';
export { useDraft, useDraftActions, useDraftChannelIds, useDrafts } from './use-draft.ts';
export { withLateFiles } from './draft-files.ts';
export { type DraftPlace, isEmptyDraft } from './drafts.ts';
export { useSavedActions, useSavedItem, type SavedActions } from './use-saved.ts';
export { useScheduledActions } from './use-scheduled.ts';
export type { SidebarChange } from './sidebar-writer.ts';
export { useUpdateChannel, useUpdateMembership, useUpdateOrganisation } from './use-choices.ts';
export { useChangeSidebar, useSidebarSections } from './use-sidebar.ts';
export { usePresence } from './use-presence.ts';
export { useInMeeting } from './use-in-meeting.ts';
export { useCalls } from './use-calls.ts';
export { useClientOrNull, useWorkspaceClient } from './use-workspace-client.ts';
/** `useReceipts(channelId, wanted)`: up to where others read. */
export { useReceipts } from './use-receipts.ts';
export { useTyping } from './use-typing.ts';
/** `useMarkRead(channelId, lastVisibleSeq, threadId?)` in the open conversation or thread; null while nothing is shown. */
export { useMarkRead } from './use-mark-read.ts';
/** People by id; undefined until looked up (all ids of a frame in one request). */
export { useUser, useUsers } from './use-user.ts';
export type { ChannelMessages, ConnectionState, Draft, MessageActions, MessageSender, PendingMessage, Typing } from './types.ts';
export type { MessageEcho, MessageExtras, OutgoingMessage } from '@parvis/client-sdk';
export type { ChannelEntry, ChannelWindow, TeamEntry, ThreadEntry, WorkspaceState } from '@parvis/client-sdk';
