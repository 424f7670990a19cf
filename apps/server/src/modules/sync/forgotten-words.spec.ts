import { applyEvent, applySnapshot, type WorkspaceState } from '@parvis/client-sdk';
import { type StreamEvent, streamId } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace, type Person, type Workspace } from '../../fixtures/workspace.ts';

let workspace: Workspace;
let alice: Person;
let channelId: string;
let states: WorkspaceState[];

beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace?.stop());
beforeEach(async () => {
  alice = await workspace.person(randomUUID());
  const { team } = await alice.call('createTeam', { body: { name: randomUUID() } });
  channelId = (await alice.call('createChannel', { body: { teamId: team.id, kind: 'public', name: 'plans' } })).channel.id;
  states = [await fresh()];
});

const own = () => streamId('user', alice.id);
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const fresh = async () => applySnapshot(null, (await alice.call('sync', { body: { cursors: {} } })).snapshot!);
const log = async () => JSON.stringify(await workspace.query('SELECT type, payload FROM stream_event WHERE stream = $1 ORDER BY seq', [own()]));
const rows = async () => JSON.stringify(await Promise.all(
  ['draft', 'scheduled_message', 'saved_item'].map((table) => workspace.query(`SELECT * FROM ${table} WHERE user_id = $1`, [alice.id])),
));

/** What the log adds to a client that was last there at this state. */
async function caughtUp(state: WorkspaceState): Promise<WorkspaceState> {
  const answer = (await alice.call('sync', { body: { cursors: { [own()]: state.streams[own()]!.cursor } } })).streams[own()];
  return answer && 'events' in answer ? (answer.events as StreamEvent[]).reduce(applyEvent, state) : state;
}

/** One step, which a device that is always there hears of at once. */
async function step<T>(work: Promise<T>): Promise<T> {
  const answer = await work;
  states.push(await caughtUp(states.at(-1)!));
  return answer;
}

/** Wherever a device was left, it ends with what is there now. */
async function expectAgreement(): Promise<void> {
  const { drafts, scheduled, saved } = await fresh();
  for (const state of states) {
    const now = await caughtUp(state);
    expect({ drafts: now.drafts, scheduled: now.scheduled, saved: now.saved }).toEqual({ drafts, scheduled, saved });
  }
}

const write = (text: string) => step(alice.call('saveDraft', { body: { channelId, text } }));

describe('the log has no words of', () => {
  it('a draft that was written over, only those of its last', async () => {
    for (const text of ['first words', 'second words', 'third words']) await write(text);
    expect(await log()).not.toMatch(/first words|second words/);
    expect(await log()).toContain('third words');
    await expectAgreement();
    await write('');
    expect(await log()).not.toContain('third words');
    await write('fourth words');
    expect(await log()).toContain('fourth words');
    await expectAgreement();
  });

  it('a draft in a conversation that was left', async () => {
    const root = await alice.call('sendMessage', { params: { channelId }, body: { clientId: randomUUID(), text: 'Root' } });
    await write('first words');
    await step(alice.call('saveDraft', { body: { channelId, threadId: root.id, text: 'second words' } }));
    expect(await log()).toMatch(/first words.*second words/);
    await step(alice.call('leaveChannel', { params: { id: channelId } }));
    expect(await log()).not.toMatch(/first words|second words/);
    await expectAgreement();
  });

  it('a scheduled message that was changed, cancelled or sent', async () => {
    const schedule = (text: string) => step(alice.call('createScheduledMessage', { body: { clientId: randomUUID(), channelId, text, sendAt: later(1) } }));
    const [changed, cancelled, sent] = [await schedule('first words'), await schedule('second words'), await schedule('third words')];
    await step(alice.call('updateScheduledMessage', { params: { id: changed.id }, body: { text: 'fourth words' } }));
    await step(alice.call('updateScheduledMessage', { params: { id: changed.id }, body: { sendAt: later(2) } }));
    expect(await log()).toMatch(/second words.*third words.*fourth words/);
    expect(await log()).not.toMatch(/first words|fourth words.*fourth words/);
    await step(alice.call('deleteScheduledMessage', { params: { id: cancelled.id } }));
    const message = await step(alice.call('sendScheduledMessage', { params: { id: sent.id } }));
    expect(message.text).toBe('third words');
    for (const place of [await log(), await rows()]) expect(place).not.toMatch(/first words|second words|third words/);
    await expectAgreement();
    expect(await alice.call('sendScheduledMessage', { params: { id: sent.id } })).toEqual(message);
  });

  it('a note that was removed', async () => {
    const note = await step(alice.call('createSaved', { body: { text: 'first words' } }));
    await step(alice.call('createSaved', { body: { text: 'second words' } }));
    await step(alice.call('updateSaved', { params: { id: note.id }, body: { remindAt: later(1) } }));
    await step(alice.call('deleteSaved', { params: { id: note.id } }));
    for (const place of [await log(), await rows()]) expect(place).not.toContain('first words');
    expect(await log()).toContain('second words');
    await expectAgreement();
  });
});
