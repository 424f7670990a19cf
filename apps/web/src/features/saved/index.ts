/** The only door to this feature for others; its page and dialogs are loaded by `app/screens.ts`. */
export { ReminderWatch } from './reminder-watch.tsx';
export { SaveButton } from './save-button.tsx';
export { SavedMark } from './saved-mark.tsx';
