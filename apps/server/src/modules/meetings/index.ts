export { MediaPlacement } from './media-placement.ts';
export { lockAndSee, lockMeeting, readMeeting, requireRunning } from './meeting-access.ts';
export { tellMeeting } from './meeting-events.ts';
export { MeetingMoments } from './meeting-moments.ts';
export type { MeetingRow } from './meeting-row.ts';
export { MeetingsModule } from './meetings.module.ts';
export { readRingingCalls } from './ringing-calls.ts';
