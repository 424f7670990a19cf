import type { Draft, SavedItem, ScheduledMessage, StreamEvent } from '@parvis/contracts';
import { describe, expect, it } from 'vitest';
import { applyEvent } from './apply-event.ts';
import { applySnapshot } from './apply-snapshot.ts';
import { CHANNELS, ME, ModelWorkspace } from './fixtures/model-workspace.ts';
import type { WorkspaceState } from './workspace-state.ts';

const AT = '2026-01-01T00:00:00.000Z';
const [CHANNEL] = CHANNELS;
const THREAD = '00000000-0000-7000-8000-0000000000d1';
const draft = (text: string, threadId: string | null = null): Draft => ({ channelId: CHANNEL, threadId, text, attachments: [], quotedMessageId: null, updatedAt: AT });
const saved = (state: SavedItem['state']): SavedItem => ({ id: 's', messageId: 'm', channelId: CHANNEL, text: '', state, remindAt: null, remindedAt: null, createdAt: AT });
const scheduled = (failure: string | null): ScheduledMessage => ({ id: 'l', channelId: CHANNEL, threadId: null, text: 'Later', attachments: [], sendAt: AT, createdAt: AT, failure });

/** What my devices are told, in this order and twice, as it may come. */
function told(...events: Pick<StreamEvent, 'type' | 'payload'>[]): WorkspaceState {
  const begin = applySnapshot(null, new ModelWorkspace().snapshot());
  const log = events.map((event, index) => ({ stream: `user:${ME}`, seq: index + 1, at: AT, ...event }) as StreamEvent);
  return [...log.toReversed(), ...log, ...log].reduce(applyEvent, begin);
}

describe('what I keep for myself', () => {
  it('has one draft per conversation and per thread, the last one told', () => {
    const { drafts } = told(
      { type: 'draft.saved', payload: { draft: draft('a') } },
      { type: 'draft.saved', payload: { draft: draft('in the thread', THREAD) } },
      { type: 'draft.saved', payload: { draft: draft('ab') } },
    );
    expect(Object.values(drafts).map(({ text }) => text).sort()).toEqual(['ab', 'in the thread']);
  });

  it('has no draft that was sent, nor one of a conversation that I left', () => {
    expect(told({ type: 'draft.saved', payload: { draft: draft('a') } }, { type: 'draft.removed', payload: { channelId: CHANNEL, threadId: null } }).drafts).toEqual({});
    expect(told({ type: 'draft.saved', payload: { draft: draft('a', THREAD) } }, { type: 'channel.left', payload: { channelId: CHANNEL } }).drafts).toEqual({});
  });

  it('has what is to do, not what is done or removed', () => {
    expect(told({ type: 'saved.updated', payload: { item: saved('todo') } }).saved).toEqual({ s: saved('todo') });
    expect(told({ type: 'saved.updated', payload: { item: saved('todo') } }, { type: 'saved.updated', payload: { item: saved('done') } }).saved).toEqual({});
    expect(told({ type: 'saved.updated', payload: { item: saved('todo') } }, { type: 'saved.removed', payload: { itemId: 's' } }).saved).toEqual({});
  });

  it('has what waits to be sent, and what could not be', () => {
    expect(told({ type: 'scheduled.saved', payload: { scheduled: scheduled(null) } }, { type: 'scheduled.saved', payload: { scheduled: scheduled('not_found') } }).scheduled).toEqual({ l: scheduled('not_found') });
    expect(told({ type: 'scheduled.saved', payload: { scheduled: scheduled(null) } }, { type: 'scheduled.removed', payload: { scheduledId: 'l' } }).scheduled).toEqual({});
  });

  it('has preferences as they are now, also those that an event of an earlier version does not name', () => {
    const { unreadOnly: _later, ...earlier } = told().preferences;
    const log = (payload: object) => ({ type: 'preferences.updated', payload }) as Pick<StreamEvent, 'type' | 'payload'>;
    expect(told(log({ preferences: { ...earlier, skinTone: 3 } })).preferences).toMatchObject({ skinTone: 3, unreadOnly: false });
    expect(told(log({ preferences: { ...earlier, unreadOnly: true } })).preferences).toMatchObject({ skinTone: 0, unreadOnly: true });
  });

  it('has the order of conversations and the quiet of one as they are now', () => {
    const sidebar = { version: 2, sections: [] };
    const state = told(
      { type: 'sidebar.updated', payload: { sidebar: { version: 1, sections: [] } } }, { type: 'sidebar.updated', payload: { sidebar } },
      { type: 'membership.updated', payload: { channelId: CHANNEL, muted: true, notifications: 'none' } },
      { type: 'membership.updated', payload: { channelId: THREAD, muted: true, notifications: 'none' } },
    );
    expect(state.sidebar).toEqual(sidebar);
    expect(state.channels[CHANNEL]?.membership).toMatchObject({ muted: true, notifications: 'none' });
    expect(Object.keys(state.channels)).not.toContain(THREAD);
  });

  it('keeps the order that a later answer told', () => {
    const later = { ...told(), sidebar: { version: 2, sections: [] } };
    const event = { stream: `user:${ME}`, seq: 1, at: AT, type: 'sidebar.updated', payload: { sidebar: { version: 1, sections: [] } } } as unknown as StreamEvent;
    expect(applyEvent(later, event).sidebar.version).toBe(2);
  });

  it('has my own account as it is, told to me alone when I don’t hear of people', () => {
    const user = { ...new ModelWorkspace().snapshot().me, name: 'Another' };
    const state = told({ type: 'me.updated', payload: { user } });
    expect(state.me).toEqual(user);
    expect(state.users[ME]).toEqual(user);
  });
});
