import { lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { lazyWithQuery, onDemand, page, pageWithQuery } from './load-screen.ts';

/**
 * Every screen, pane and dialog of the features, each in a file of its own that loads when it is
 * first needed. A feature plugs in by exporting the component named here.
 */
export const screens = {
  setup: page(() => import('../features/setup/setup-page.tsx'), 'SetupPage'),
  signIn: page(() => import('../features/auth/sign-in-page.tsx'), 'SignInPage'),
  forgotPassword: page(() => import('../features/auth/forgot-password-page.tsx'), 'ForgotPasswordPage'),
  resetPassword: page(() => import('../features/auth/reset-password-page.tsx'), 'ResetPasswordPage'),
  invitation: pageWithQuery(async () => (await import('../features/invitations/accept-invitation-page.tsx')).AcceptInvitationPage),
  conversation: lazyRouteComponent(() => import('../features/messages/conversation-page.tsx'), 'ConversationPage'),
  threads: pageWithQuery(async () => (await import('../features/threads/threads-page.tsx')).ThreadsPage),
  saved: pageWithQuery(async () => (await import('../features/saved/saved-page.tsx')).SavedPage),
  drafts: page(() => import('../features/drafts/drafts-page.tsx'), 'DraftsPage'),
  scheduled: page(() => import('../features/scheduled/scheduled-page.tsx'), 'ScheduledPage'),
  meet: page(() => import('../features/meetings/places/meet-page.tsx'), 'MeetPage'),
  meeting: pageWithQuery(async () => (await import('../features/meetings/meeting-page.tsx')).MeetingPage),
  meetingReport: pageWithQuery(async () => (await import('../features/meetings/places/report-page.tsx')).ReportPage),
  docs: pageWithQuery(async () => (await import('../features/documents/docs-page.tsx')).DocsPage),
  published: pageWithQuery(async () => (await import('../features/documents/published/published-page.tsx')).PublishedPage),
  document: pageWithQuery(async () => (await import('../features/documents/page/document-page.tsx')).DocumentPage),
  joinByLink: pageWithQuery(async () => (await import('../features/meetings/join/link-page.tsx')).LinkPage),
  teams: pageWithQuery(async () => (await import('../features/teams/teams-page.tsx')).TeamsPage),
  channelBrowser: pageWithQuery(async () => (await import('../features/channels/channel-browser-page.tsx')).ChannelBrowserPage),
  profile: page(() => import('../features/users/profile-page.tsx'), 'ProfilePage'),
  appearance: page(() => import('../features/users/appearance-page.tsx'), 'AppearancePage'),
  notifications: page(() => import('../features/notifications/notifications-page.tsx'), 'NotificationsPage'),
  sessions: pageWithQuery(async () => (await import('../features/auth/sessions-page.tsx')).SessionsPage),
  people: pageWithQuery(async () => (await import('../features/users/people-page.tsx')).PeoplePage),
  emoji: page(() => import('../features/emoji/emoji-page.tsx'), 'EmojiPage'),
  organisation: page(() => import('../features/organisation/organisation-page.tsx'), 'OrganisationPage'),
};

/** What the second pane shows, by section. */
export const lists = {
  chat: lazy(async () => ({ default: (await import('../features/channels/conversation-list.tsx')).ConversationList })),
  teams: onDemand(async () => (await import('../features/teams/team-list.tsx')).TeamList),
  meet: lazyWithQuery(async () => (await import('../features/meetings/places/meet-list.tsx')).MeetList),
  docs: lazyWithQuery(async () => (await import('../features/documents/list/document-list.tsx')).DocumentList),
  settings: onDemand(async () => (await import('./settings/settings-list.tsx')).SettingsList),
};
export type SectionId = keyof typeof lists;

export interface DialogProps {
  /** Closes the dialog; the focus goes back to where it was. */
  onClose: () => void;
}

/** Opened by `openDialog(name)` from `app/dialogs.tsx`. */
export const dialogs = {
  newMessage: lazyWithQuery(async () => (await import('../features/channels/new-message-dialog.tsx')).NewMessageDialog),
  newChannel: lazyWithQuery(async () => (await import('../features/channels/new-channel-dialog.tsx')).NewChannelDialog),
  newMeeting: onDemand(async () => (await import('../features/meetings/places/new-meeting-dialog.tsx')).NewMeetingDialog),
  newTeam: onDemand(async () => (await import('../features/teams/new-team-dialog.tsx')).NewTeamDialog),
  invitePeople: lazyWithQuery(async () => (await import('../features/invitations/invite-people-dialog.tsx')).InvitePeopleDialog),
  quickSwitcher: lazyWithQuery(async () => (await import('../features/quick-switcher/quick-switcher-dialog.tsx')).QuickSwitcherDialog),
  importDocuments: lazyWithQuery(async () => (await import('../features/documents/in/import-dialog.tsx')).ImportDialog),
  newDocument: lazyWithQuery(async () => (await import('../features/documents/templates/new-document-dialog.tsx')).NewDocumentDialog),
  renameDocument: lazyWithQuery(async () => (await import('../features/documents/menu/rename-document-dialog.tsx')).RenameDocumentDialog),
  moveDocument: lazyWithQuery(async () => (await import('../features/documents/menu/move-document-dialog.tsx')).MoveDocumentDialog),
  shareDocument: lazyWithQuery(async () => (await import('../features/documents/share/share-document-dialog.tsx')).ShareDocumentDialog),
  purgeDocument: lazyWithQuery(async () => (await import('../features/documents/menu/purge-document-dialog.tsx')).PurgeDocumentDialog),
  poll: onDemand(async () => (await import('../features/polls/poll-dialog.tsx')).PollDialog),
  forward: onDemand(async () => (await import('../features/forward/forward-dialog.tsx')).ForwardDialog),
  commands: onDemand(async () => (await import('../features/slash-commands/commands-dialog.tsx')).CommandsDialog),
  leaveConversation: onDemand(async () => (await import('../features/slash-commands/leave-dialog.tsx')).LeaveDialog),
  status: onDemand(async () => (await import('../features/status/status-dialog.tsx')).StatusDialog),
  remind: onDemand(async () => (await import('../features/saved/remind-dialog.tsx')).RemindDialog),
  note: onDemand(async () => (await import('../features/saved/note-dialog.tsx')).NoteDialog),
  pickTime: onDemand(async () => (await import('../features/scheduled/pick-time-dialog.tsx')).PickTimeDialog),
  editScheduled: onDemand(async () => (await import('../features/scheduled/edit-scheduled-dialog.tsx')).EditScheduledDialog),
  sidebarSection: onDemand(async () => (await import('../features/sidebar/section-name-dialog.tsx')).SectionNameDialog),
  notificationLevel: onDemand(async () => (await import('../features/sidebar/notification-level-dialog.tsx')).NotificationLevelDialog),
  reactors: onDemand(async () => (await import('../features/reactions/reactors-dialog.tsx')).ReactorsDialog),
  revisions: onDemand(async () => (await import('../features/messages/revisions-dialog.tsx')).RevisionsDialog),
  group: lazyWithQuery(async () => (await import('../features/groups/group-dialog.tsx')).GroupDialog),
  groupMembers: lazyWithQuery(async () => (await import('../features/groups/group-members-dialog.tsx')).GroupMembersDialog),
  largeMention: onDemand(async () => (await import('../features/messages/large-mention-dialog.tsx')).LargeMentionDialog),
  documentMentions: lazyWithQuery(async () => (await import('../features/documents/mentions/mentions-dialog.tsx')).MentionsDialog),
  shortcuts: onDemand(async () => (await import('./shell/shortcuts-dialog.tsx')).ShortcutsDialog),
  signOut: onDemand(async () => (await import('./shell/sign-out-dialog.tsx')).SignOutDialog),
};
export type DialogName = keyof typeof dialogs;
