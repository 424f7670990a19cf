/** The only door to this feature for others; its dialogs are loaded by `app/screens.ts`. */
export { CommandNotice } from './command-notice.tsx';
export { useCommands, type CommandSuggestion } from './use-commands.ts';
