/** The only door to reactions for other features; the dialog of who reacted is loaded by `app/screens.ts`. */
export { AddReactionButton } from './add-reaction-button.tsx';
export { MessageReactions } from './message-reactions.tsx';
export { QuickReactions } from './quick-reactions.tsx';
export { useReact } from './use-react.ts';
