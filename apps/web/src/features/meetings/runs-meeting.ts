import type { Participant } from '@parvis/contracts';

/** Hosts and co-hosts run the meeting. Shown only: the server decides again. */
export const runsMeeting = (participant: Pick<Participant, 'role'> | null): boolean => participant !== null && participant.role !== 'attendee';
