/** The element that holds the whole meeting: what is outside of it isn't seen in full screen. */
export const MEETING_ROOT = 'meeting';
export const meetingRoot = (): HTMLElement | null => document.getElementById(MEETING_ROOT);
