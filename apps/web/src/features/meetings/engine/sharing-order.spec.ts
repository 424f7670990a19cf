import { expect, test } from 'vitest';
import { emptyView } from './empty-view.ts';
import { sharingOrder } from './sharing-order.ts';
import type { MeetingView, RemoteTrack } from './types.ts';

const screen = {} as RemoteTrack;
const view = (ids: readonly string[], mine = false): MeetingView => ({
  ...emptyView,
  me: { id: 'me' } as MeetingView['me'],
  media: Object.fromEntries(['ann', 'bilal'].map((id) => [id, ids.includes(id) ? { screen } : {}])),
  local: { ...emptyView.local, screen: { state: mine ? 'on' : 'off', problem: null, track: null } },
});

test('is the order in which people began to share, not the one in which they came', () => {
  const first = sharingOrder([], view(['bilal']));
  expect(first).toEqual(['bilal']);
  const mineToo = sharingOrder(first, view(['bilal'], true));
  expect(mineToo).toEqual(['bilal', 'me']);
  expect(sharingOrder(mineToo, view(['ann', 'bilal'], true))).toEqual(['bilal', 'me', 'ann']);
});

test('leaves out who stopped, and changes nothing where nothing changed', () => {
  const before = ['bilal', 'ann'];
  expect(sharingOrder(before, view(['ann']))).toEqual(['ann']);
  expect(sharingOrder(before, view(['ann', 'bilal']))).toBe(before);
});
