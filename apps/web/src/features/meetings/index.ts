/** The only door to meetings for other features; their pages are loaded by `app/screens.ts`. */
export { MeetButtons } from './meet-buttons.tsx';
export { MeetingMessage } from './meeting-message.tsx';
export { MeetingWatch } from './meeting-watch.tsx';
export { useStartMeeting } from './use-start-meeting.ts';
export { meetingQuery } from './meeting-query.ts';
