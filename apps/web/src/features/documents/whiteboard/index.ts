/** The whiteboard: give it a Y.Doc and what it needs from outside. It loads when it is shown. */
import { onDemand } from '../../../app/load-screen.ts';

export const Whiteboard = onDemand(async () => {
  // Before it loads: it asks for its fonts there, and nowhere else.
  Object.assign(window, { EXCALIDRAW_ASSET_PATH: `${window.location.origin}/assets/excalidraw/` });
  return (await import('./whiteboard.tsx')).Whiteboard;
});
export type { BoardHandle } from './board-handle.ts';
export type { BoardServices } from './board-services.ts';
export type { WhiteboardProps } from './whiteboard.tsx';
export { useBoardDownloads } from './use-board-downloads.tsx';
