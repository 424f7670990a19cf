import { lazyRouteComponent } from '@tanstack/react-router';
import { lazy } from 'react';
import { lazyWithQuery, pageWithQuery } from './with-query.ts';

/**
 * Every screen, pane and dialog of the features, each in a file of its own that loads when it is
 * first needed. A feature plugs in by exporting the component named here.
 */
export const screens = {
  setup: lazyRouteComponent(() => import('../features/setup/setup-page.tsx'), 'SetupPage'),
  signIn: lazyRouteComponent(() => import('../features/auth/sign-in-page.tsx'), 'SignInPage'),
  forgotPassword: lazyRouteComponent(() => import('../features/auth/forgot-password-page.tsx'), 'ForgotPasswordPage'),
  resetPassword: lazyRouteComponent(() => import('../features/auth/reset-password-page.tsx'), 'ResetPasswordPage'),
  invitation: pageWithQuery(async () => (await import('../features/invitations/accept-invitation-page.tsx')).AcceptInvitationPage),
  conversation: lazyRouteComponent(() => import('../features/messages/conversation-page.tsx'), 'ConversationPage'),
  threads: pageWithQuery(async () => (await import('../features/threads/threads-page.tsx')).ThreadsPage),
  saved: pageWithQuery(async () => (await import('../features/saved/saved-page.tsx')).SavedPage),
  drafts: lazyRouteComponent(() => import('../features/drafts/drafts-page.tsx'), 'DraftsPage'),
  scheduled: lazyRouteComponent(() => import('../features/scheduled/scheduled-page.tsx'), 'ScheduledPage'),
  teams: pageWithQuery(async () => (await import('../features/teams/teams-page.tsx')).TeamsPage),
  channelBrowser: pageWithQuery(async () => (await import('../features/channels/channel-browser-page.tsx')).ChannelBrowserPage),
  profile: lazyRouteComponent(() => import('../features/users/profile-page.tsx'), 'ProfilePage'),
  appearance: lazyRouteComponent(() => import('../features/users/appearance-page.tsx'), 'AppearancePage'),
  notifications: lazyRouteComponent(() => import('../features/notifications/notifications-page.tsx'), 'NotificationsPage'),
  sessions: pageWithQuery(async () => (await import('../features/auth/sessions-page.tsx')).SessionsPage),
  people: pageWithQuery(async () => (await import('../features/users/people-page.tsx')).PeoplePage),
  emoji: lazyRouteComponent(() => import('../features/emoji/emoji-page.tsx'), 'EmojiPage'),
  organisation: lazyRouteComponent(() => import('../features/organisation/organisation-page.tsx'), 'OrganisationPage'),
};

/** What the second pane shows, by section. */
export const lists = {
  chat: lazy(async () => ({ default: (await import('../features/channels/conversation-list.tsx')).ConversationList })),
  teams: lazy(async () => ({ default: (await import('../features/teams/team-list.tsx')).TeamList })),
  settings: lazy(async () => ({ default: (await import('./settings/settings-list.tsx')).SettingsList })),
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
  newTeam: lazy(async () => ({ default: (await import('../features/teams/new-team-dialog.tsx')).NewTeamDialog })),
  invitePeople: lazyWithQuery(async () => (await import('../features/invitations/invite-people-dialog.tsx')).InvitePeopleDialog),
  quickSwitcher: lazyWithQuery(async () => (await import('../features/quick-switcher/quick-switcher-dialog.tsx')).QuickSwitcherDialog),
  poll: lazy(async () => ({ default: (await import('../features/polls/poll-dialog.tsx')).PollDialog })),
  forward: lazy(async () => ({ default: (await import('../features/forward/forward-dialog.tsx')).ForwardDialog })),
  commands: lazy(async () => ({ default: (await import('../features/slash-commands/commands-dialog.tsx')).CommandsDialog })),
  leaveConversation: lazy(async () => ({ default: (await import('../features/slash-commands/leave-dialog.tsx')).LeaveDialog })),
  status: lazy(async () => ({ default: (await import('../features/status/status-dialog.tsx')).StatusDialog })),
  remind: lazy(async () => ({ default: (await import('../features/saved/remind-dialog.tsx')).RemindDialog })),
  note: lazy(async () => ({ default: (await import('../features/saved/note-dialog.tsx')).NoteDialog })),
  pickTime: lazy(async () => ({ default: (await import('../features/scheduled/pick-time-dialog.tsx')).PickTimeDialog })),
  editScheduled: lazy(async () => ({ default: (await import('../features/scheduled/edit-scheduled-dialog.tsx')).EditScheduledDialog })),
  sidebarSection: lazy(async () => ({ default: (await import('../features/sidebar/section-name-dialog.tsx')).SectionNameDialog })),
  notificationLevel: lazy(async () => ({ default: (await import('../features/sidebar/notification-level-dialog.tsx')).NotificationLevelDialog })),
  reactors: lazy(async () => ({ default: (await import('../features/reactions/reactors-dialog.tsx')).ReactorsDialog })),
  revisions: lazy(async () => ({ default: (await import('../features/messages/revisions-dialog.tsx')).RevisionsDialog })),
  group: lazyWithQuery(async () => (await import('../features/groups/group-dialog.tsx')).GroupDialog),
  groupMembers: lazyWithQuery(async () => (await import('../features/groups/group-members-dialog.tsx')).GroupMembersDialog),
  largeMention: lazy(async () => ({ default: (await import('../features/messages/large-mention-dialog.tsx')).LargeMentionDialog })),
  shortcuts: lazy(async () => ({ default: (await import('./shell/shortcuts-dialog.tsx')).ShortcutsDialog })),
};
export type DialogName = keyof typeof dialogs;
