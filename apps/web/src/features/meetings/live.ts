import { create } from 'zustand';

/**
 * Whether this tab has been in a meeting since it was opened: only then is the engine loaded, with
 * the small window, the keys and the announcements, which live beside the pages.
 */
export const useLive = create<{ live: boolean }>(() => ({ live: false }));
export const goLive = (): void => { if (!useLive.getState().live) useLive.setState({ live: true }); };
