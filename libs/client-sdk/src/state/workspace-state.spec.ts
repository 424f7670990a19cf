import { type EventType, EVENTS, type StreamEvent } from '@parvis/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEvent, streamsBehind } from './apply-event.ts';
import { applyPage } from './apply-page.ts';
import { applySnapshot } from './apply-snapshot.ts';
import { applySummaries } from './apply-sync.ts';
import { channelScope, threadScope, windowKey } from './message-window.ts';
import { applyThreadSummary } from './threads.ts';
import { anySteps } from './fixtures/any-step.ts';
import { CHANNELS, ModelWorkspace, type Step } from './fixtures/model-workspace.ts';
import type { WorkspaceState } from './workspace-state.ts';

const LOST = 5;

/** What a person sees, after the server was asked about counts that can't be known here. */
function seen(state: WorkspaceState, model: ModelWorkspace) {
  const fresh = model.snapshot();
  const sure = fresh.threads.reduce(applyThreadSummary, applySummaries(state, fresh.channels));
  const { me, organisation, teams, users, preferences, drafts, saved, scheduled, sidebar, emoji, calls, early } = sure;
  const channels = Object.fromEntries(Object.entries(sure.channels).map(([id, { countedTo: _countedTo, ...entry }]) => [id, entry]));
  const threads = Object.fromEntries(Object.entries(sure.threads).map(([id, { countedTo: _countedTo, ...entry }]) => [id, entry]));
  return { me, organisation, teams, users, preferences, drafts, saved, scheduled, sidebar, emoji, calls, channels, threads, meetingsKept: Object.keys(early).filter((stream) => stream.startsWith('meeting:')) };
}

const run = (model: ModelWorkspace, todo: readonly Step[]) => {
  for (const one of todo) model.apply(one);
};

/** What I voted last, by poll: in no snapshot, so that only what was told can be known. */
const votesIn = (log: readonly StreamEvent[]): WorkspaceState['votes'] =>
  Object.fromEntries(log.flatMap((event) => (event.type === 'poll.voted' ? [[event.payload.messageId, event.payload.optionIds]] : [])));

/** Like `/sync`: what the cursors lack. */
function catchUp(state: WorkspaceState, log: readonly StreamEvent[]): WorkspaceState {
  for (let round = 0; round < 3; round += 1) {
    state = log.filter((event) => state.streams[event.stream] !== undefined).reduce(applyEvent, state);
  }
  return state;
}

describe('a workspace built from events', () => {
  it('is held against every event that there is, as the catalogue says it is', () => {
    const told = new Set<EventType>();
    for (const todo of fc.sample(anySteps, { numRuns: 600, seed: 1 })) {
      const model = new ModelWorkspace();
      run(model, todo);
      for (const { type, payload } of [...model.told, ...model.log]) {
        told.add(type);
        expect(EVENTS[type].parse(payload)).toEqual(payload);
      }
    }
    expect([...told].sort()).toEqual(Object.keys(EVENTS).sort());
  });

  it('is the one of a fresh snapshot, from any stale one, in any order, with losses and repetitions', () => {
    fc.assert(fc.property(anySteps, anySteps, fc.infiniteStream(fc.nat(LOST)), fc.boolean(), (before, after, lags, repeat) => {
      const model = new ModelWorkspace();
      run(model, before);
      let state = applySnapshot(null, model.snapshot());
      const already = model.log.length;
      run(model, after);
      const events = model.told.slice(already).map((event, at) => ({ event, lag: lags.next().value, at }));
      events.sort((a, b) => a.at + a.lag - b.at - b.lag);
      for (const { event, lag } of events) {
        // Comes with the log only, as that is by then.
        if (lag === LOST) continue;
        state = applyEvent(state, event);
        if (repeat) state = applyEvent(state, event);
      }
      state = catchUp(state, model.log);
      expect(streamsBehind(state)).toEqual([]);
      expect(state.votes).toEqual(votesIn(model.log.slice(already)));
      expect(seen(state, model)).toEqual(seen(applySnapshot(null, model.snapshot()), model));
    }), { numRuns: 400 });
  });

  it('takes in a snapshot older than the events it has', () => {
    fc.assert(fc.property(anySteps, anySteps, anySteps, (before, between, after) => {
      const model = new ModelWorkspace();
      run(model, before);
      let state = applySnapshot(null, model.snapshot());
      run(model, between);
      const stale = model.snapshot();
      run(model, after);
      state = catchUp(model.log.reduce(applyEvent, state), model.log);
      state = catchUp(applySnapshot(state, stale), model.log);
      expect(votesIn(model.log)).toMatchObject(state.votes);
      expect(seen(state, model)).toEqual(seen(applySnapshot(null, model.snapshot()), model));
    }), { numRuns: 300 });
  });

  it('takes in a snapshot newer than the events it has', () => {
    fc.assert(fc.property(anySteps, anySteps, fc.nat(40), (before, after, some) => {
      const model = new ModelWorkspace();
      run(model, before);
      let state = applySnapshot(null, model.snapshot());
      const already = model.log.length;
      run(model, after);
      state = model.log.slice(already, already + some).reduce(applyEvent, state);
      state = catchUp(applySnapshot(state, model.snapshot()), model.log);
      expect(votesIn(model.log)).toMatchObject(state.votes);
      expect(seen(state, model)).toEqual(seen(applySnapshot(null, model.snapshot()), model));
    }), { numRuns: 300 });
  });

  it('shows the same messages whenever the page was read', () => {
    fc.assert(fc.property(anySteps, anySteps, fc.nat(40), (before, after, overtaken) => {
      const stays = ({ do: action }: Step) => action !== 'leave';
      const model = new ModelWorkspace();
      run(model, before.filter(stays));
      let state = applySnapshot(null, model.snapshot());
      const already = model.log.length;
      const threadId = model.someThread(0);
      const pages = () => [
        { scope: channelScope(CHANNELS[0]), page: model.page(0) },
        { scope: channelScope(CHANNELS[0], 'include'), page: model.page(0, 'include') },
        ...(threadId === undefined ? [] : [{ scope: threadScope(CHANNELS[0], threadId), page: model.threadPage(0, threadId) }]),
      ];
      const read = pages();
      run(model, after.filter(stays));
      const events = model.log.slice(already);
      state = events.slice(0, overtaken).reduce(applyEvent, state);
      const now = pages();
      read.forEach(({ scope, page }, at) => {
        const early = applyPage(state, scope, page, { at: 'replace' });
        const late = applyPage(state, scope, now[at]!.page, { at: 'replace' });
        const again = applyPage(late.state, scope, page, { at: 'replace' });
        for (const { accepted, state: paged } of [early, late, again]) {
          expect(accepted).toBe(true);
          const { root, messages } = events.reduce(applyEvent, paged).windows[windowKey(scope)]!;
          expect({ root, messages }).toEqual({ root: 'root' in now[at]!.page ? now[at]!.page.root : null, messages: now[at]!.page.messages });
        }
      });
    }), { numRuns: 300 });
  });
});

describe('unread counts', () => {
  const loaded = () => {
    const model = new ModelWorkspace();
    return { model, state: applySnapshot(null, model.snapshot()) };
  };
  const send = { do: 'send', channel: 0, mine: false, mention: false } as const;

  it('stop at 100 and ask the server once one of more is deleted', () => {
    const { model, state } = loaded();
    for (let count = 0; count < 101; count += 1) model.apply(send);
    model.apply({ do: 'delete', channel: 0, message: 3, mention: false });
    const after = model.log.reduce(applyEvent, state);
    expect(after.channels[CHANNELS[0]]).toMatchObject({ uncertain: true });
    expect(applySummaries(after, model.snapshot().channels).channels[CHANNELS[0]]).toMatchObject({ unreadCount: 100, uncertain: false });
  });

  it('count once, even when the cursor event overtakes the messages it counted', () => {
    const { model, state } = loaded();
    model.apply(send);
    model.apply(send);
    model.apply({ do: 'read', channel: 0, message: 0 });
    const [first, second, moved] = model.log as [StreamEvent, StreamEvent, StreamEvent];
    const after = [moved, second, first].reduce(applyEvent, state);
    expect(after.channels[CHANNELS[0]]).toMatchObject({ unreadCount: 1, membership: { readSeq: 1 } });
  });
});
