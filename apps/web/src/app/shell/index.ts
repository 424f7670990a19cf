/** What features put into their pages. */
export { RightPane } from './right-pane.tsx';
export { footRef } from './foot.ts';
export { ListBackButton } from './list-back-button.tsx';
