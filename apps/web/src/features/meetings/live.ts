import { create } from 'zustand';

interface Live {
  /**
   * Whether this tab has been in a meeting since it was opened: only then is the engine loaded, with
   * the small window, the keys and the announcements, which live beside the pages.
   */
  live: boolean;
  /** The meeting that this tab is in. */
  meetingId: string | null;
}

export const useLive = create<Live>(() => ({ live: false, meetingId: null }));
export const goLive = (): void => { if (!useLive.getState().live) useLive.setState({ live: true }); };
/** Told by who knows the engine; asked by buttons that are there before it is loaded. */
export const setLiveMeeting = (meetingId: string | null): void => useLive.setState({ meetingId });
