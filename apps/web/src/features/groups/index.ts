/** The only door to this feature for others; its dialogs are loaded by `app/screens.ts`. */
export { useGroupName, useGroups } from './group-directory.ts';
export { GroupsSection } from './groups-section.tsx';
