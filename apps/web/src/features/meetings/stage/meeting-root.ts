/** The element that holds the whole meeting: what is outside of it isn't seen in full screen. */
export const MEETING_ROOT = 'meeting';
export const MEETING_STAGE = 'meeting-stage';
export const meetingRoot = (): HTMLElement | null => document.getElementById(MEETING_ROOT);
/** Its part with people, beside the panel. */
export const meetingStage = (): HTMLElement | null => document.getElementById(MEETING_STAGE);
