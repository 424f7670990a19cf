import type { ChannelEntry } from '@parvis/client-sdk';
import type { Organisation, RouteCall } from '@parvis/contracts';
import { useCallback } from 'react';
import type { Choices } from './presses.ts';
import { useSession } from './session-context.ts';

/*
 * What is chosen by switches and the like. Shown at once everywhere; taken back when it is refused, which rejects.
 */

/** Mutes a conversation, or says what I am told of it. */
export function useUpdateMembership(): (channelId: string, change: RouteCall<'updateMembership'>['body']) => Promise<void> {
  const { client, presses } = useSession();
  return useCallback(
    (channelId, change) => presses.press(ofChannel(channelId, 'membership'), change, (body) => client.api.call('updateMembership', { params: { id: channelId }, body }, { keepalive: true })),
    [client, presses],
  );
}

/** Says who may do what in a channel. */
export function useUpdateChannel(): (channelId: string, change: Pick<RouteCall<'updateChannel'>['body'], 'posting' | 'mentionAll'>) => Promise<void> {
  const { client, presses } = useSession();
  return useCallback(
    (channelId, change) => presses.press(ofChannel(channelId, 'channel'), change, (body) => client.api.call('updateChannel', { params: { id: channelId }, body }, { keepalive: true })),
    [client, presses],
  );
}

/** What holds for everybody. */
export function useUpdateOrganisation(): (change: RouteCall<'updateOrganisation'>['body']) => Promise<void> {
  const { client, presses } = useSession();
  return useCallback((change) => presses.press(ofAll, change, (body) => client.api.call('updateOrganisation', { body }, { keepalive: true })), [client, presses]);
}

const ofAll: Choices<Organisation> = { key: 'organisation', read: ({ organisation }) => organisation, write: (state, organisation) => ({ ...state, organisation }) };

const ofChannel = <Part extends 'channel' | 'membership'>(channelId: string, part: Part): Choices<ChannelEntry[Part]> => ({
  key: `${part}.${channelId}`,
  read: ({ channels }) => channels[channelId]?.[part],
  write: (state, values) => {
    const entry = state.channels[channelId];
    return entry === undefined ? state : { ...state, channels: { ...state.channels, [channelId]: { ...entry, [part]: values } } };
  },
});
