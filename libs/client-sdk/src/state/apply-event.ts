import type { ChannelSummary, StreamEvent, StreamId, TeamSummary } from '@parvis/contracts';
import { parseStreamId } from '@parvis/contracts/stream-id';
import { reduceChannelEvent } from './channel-events.ts';
import { withChannel, withTeam } from './membership.ts';
import { reduceOrganisationEvent, reduceTeamEvent } from './shared-events.ts';
import { isBehind, receive, settle } from './stream-position.ts';
import { reduceUserEvent } from './user-events.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Events kept for a stream that I don't know yet, and such streams. */
const EARLY_EVENTS = 200;
const EARLY_STREAMS = 50;

/** Takes in one event, from the socket or from `/sync`, in any order and any number of times. */
export function applyEvent(state: WorkspaceState, event: StreamEvent): WorkspaceState {
  const position = state.streams[event.stream];
  if (position === undefined) return isMeeting(event.stream) ? state : keepEarly(state, event);
  const received = receive(position, event);
  if (received.position === position) return state;
  const next = { ...state, streams: { ...state.streams, [event.stream]: received.position } };
  return received.ready.reduce(reduceEvent, next);
}

/** What an event says, regardless of where its stream is. */
export function reduceEvent(state: WorkspaceState, event: StreamEvent): WorkspaceState {
  const { kind, id } = parseStreamId(event.stream);
  switch (kind) {
    case 'channel':
      return reduceChannelEvent(state, id, event);
    case 'user':
      return settleJoined(reduceUserEvent(state, event), event);
    case 'team':
      return reduceTeamEvent(state, id, event);
    case 'organisation':
      return reduceOrganisationEvent(state, event);
    case 'meeting':
      // Told to who is in it, who reads its state from the API: no part of the workspace.
      return state;
  }
}

/** Applies what waited for a stream's cursor to be set. */
export function settleStream(state: WorkspaceState, stream: StreamId): WorkspaceState {
  const position = state.streams[stream];
  if (position === undefined || position.buffered.length === 0) return state;
  const settled = settle(position);
  return settled.ready.reduce(reduceEvent, { ...state, streams: { ...state.streams, [stream]: settled.position } });
}

/** A channel from the API's answer, before its event: that one changes nothing more. */
export const addChannel = (state: WorkspaceState, summary: ChannelSummary): WorkspaceState =>
  settleStream(withChannel(state, summary), `channel:${summary.channel.id}`);

export const addTeam = (state: WorkspaceState, summary: TeamSummary): WorkspaceState =>
  settleStream(withTeam(state, summary), `team:${summary.team.id}`);

/** Streams in which events are missing here. */
export function streamsBehind(state: WorkspaceState): StreamId[] {
  return (Object.keys(state.streams) as StreamId[]).filter((stream) => isBehind(state.streams[stream]!));
}

/** Whose events come only while I am in it. */
export const isMeeting = (stream: StreamId): boolean => stream.startsWith('meeting:');

function settleJoined(state: WorkspaceState, event: StreamEvent): WorkspaceState {
  if (event.type === 'channel.joined') return settleStream(state, `channel:${event.payload.summary.channel.id}`);
  if (event.type === 'team.joined') return settleStream(state, `team:${event.payload.summary.team.id}`);
  return state;
}

function keepEarly(state: WorkspaceState, event: StreamEvent): WorkspaceState {
  const held = state.early[event.stream];
  if (held === undefined && Object.keys(state.early).length >= EARLY_STREAMS) return state;
  // The oldest go first: what is missing then shows as a gap and is fetched.
  return { ...state, early: { ...state.early, [event.stream]: [...(held ?? []), event].slice(-EARLY_EVENTS) } };
}
