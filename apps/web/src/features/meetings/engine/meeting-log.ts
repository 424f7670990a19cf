import type { Meeting, Participant, StreamEvent } from '@parvis/contracts';

/** Stream `meeting:<id>` as far as it came without a hole, and what waits behind one. */
export interface MeetingLog {
  readonly head: number;
  readonly meeting: Meeting;
  readonly participants: Readonly<Record<string, Participant>>;
  readonly buffered: readonly StreamEvent[];
}

export interface MeetingState {
  readonly head: number;
  readonly meeting: Meeting;
  readonly participants: readonly Participant[];
}

/** A state that was read, brought up to date with what came meanwhile. An older one than what is here changes nothing. */
export function withState(log: MeetingLog | null, state: MeetingState, early: readonly StreamEvent[] = []): MeetingLog {
  if (log !== null && log.head >= state.head) return log;
  const participants = Object.fromEntries(state.participants.map((participant) => [participant.id, participant]));
  const waiting = [...(log?.buffered ?? []), ...early];
  return waiting.reduce(withEvent, { head: state.head, meeting: state.meeting, participants, buffered: [] });
}

export function withEvent(log: MeetingLog, event: StreamEvent): MeetingLog {
  if (event.seq <= log.head) return log;
  if (event.seq > log.head + 1) {
    if (log.buffered.some(({ seq }) => seq === event.seq)) return log;
    return { ...log, buffered: [...log.buffered, event].sort((a, b) => a.seq - b.seq) };
  }
  const [next, ...others] = log.buffered;
  const reduced = { ...reduce(log, event), head: event.seq };
  if (next === undefined) return reduced;
  return next.seq <= reduced.head + 1 ? withEvent({ ...reduced, buffered: others }, next) : reduced;
}

/** Events are missing here. */
export const hasGap = (log: MeetingLog): boolean => log.buffered.length > 0;

function reduce(log: MeetingLog, event: StreamEvent): MeetingLog {
  switch (event.type) {
    case 'meeting.updated':
      return { ...log, meeting: event.payload.meeting };
    case 'meeting.participant_updated': {
      const { participant } = event.payload;
      return { ...log, participants: { ...log.participants, [participant.id]: participant } };
    }
    case 'meeting.participant_left': {
      const { [event.payload.participantId]: _left, ...participants } = log.participants;
      return { ...log, participants };
    }
    default:
      return log;
  }
}

const byComing = (a: Participant, b: Participant) => a.joinedAt.localeCompare(b.joinedAt) || a.id.localeCompare(b.id);

export function peopleOf(log: MeetingLog): { participants: Participant[]; waiting: Participant[] } {
  const all = Object.values(log.participants).sort(byComing);
  return { participants: all.filter(({ state }) => state === 'joined'), waiting: all.filter(({ state }) => state === 'waiting') };
}
