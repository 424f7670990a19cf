/** The only door to this feature for others; its pages and dialogs are loaded by `app/screens.ts`. */
export { TeamMembers } from './team-members.tsx';
export { TeamSettings } from './team-settings.tsx';
