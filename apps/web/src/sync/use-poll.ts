import { applyAnswer } from '@parvis/client-sdk';
import type { Message, RouteCall } from '@parvis/contracts';
import { useEffect, useMemo, useState } from 'react';
import { LatestOnly } from './latest-only.ts';
import { useSession } from './session-context.ts';
import { useWorkspace } from './use-workspace.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** Polls whose vote is being asked for: two windows may show the same one. */
const asked = new WeakMap<WorkspaceSession, Set<string>>();

export interface OwnVote {
  /** Undefined until known. */
  chosen: readonly number[] | undefined;
  /** Shown at once. Of several in a row, the last counts, in whatever order answers come. Rejects when it was refused. */
  vote: (optionIds: readonly number[]) => Promise<void>;
  close: () => Promise<void>;
}

/** What I voted in a message's poll, the same on all my devices. Give the component a `key` per message. */
export function useOwnVote({ channelId, id: messageId }: Pick<Message, 'channelId' | 'id'>): OwnVote {
  const session = useSession();
  const chosen = useWorkspace((state) => state.votes[messageId], Object.is);
  const { client } = session;
  // Also when it was known before: a device that begins anew, after it was away for long, forgets it.
  const isUnknown = chosen === undefined;
  useEffect(() => {
    const underway = asked.get(session) ?? new Set();
    asked.set(session, underway);
    if (!isUnknown || underway.has(messageId)) return;
    underway.add(messageId);
    client.api.call('getPollVote', { params: { channelId, messageId } }).then(
      ({ optionIds }) => {
        underway.delete(messageId);
        client.update((state) => (state.votes[messageId] === undefined ? withVote(state, messageId, optionIds) : state));
      },
      () => underway.delete(messageId),
    );
  }, [session, client, channelId, messageId, isUnknown]);

  /** What was pressed last, until it is answered: the event of an earlier vote may come after the next press. */
  const [pressed, setPressed] = useState<readonly number[]>();
  const [queue] = useState(() => new LatestOnly(async (optionIds: readonly number[]) => {
    const message = await client.api.call('votePoll', { params: { channelId, messageId }, body: { optionIds: [...optionIds] } });
    client.update((state) => applyAnswer(withVote(state, messageId, optionIds), message));
  }));
  return useMemo(() => {
    const params = { channelId, messageId };
    return {
      chosen: pressed ?? chosen,
      vote: async (optionIds) => {
        setPressed(optionIds);
        try {
          await queue.push(optionIds);
        } catch (error) {
          await client.api.call('getPollVote', { params }).then((answer) => client.update((state) => withVote(state, messageId, answer.optionIds)), () => undefined);
          throw error;
        } finally {
          setPressed((last) => (last === optionIds ? undefined : last));
        }
      },
      close: async () => {
        const message = await client.api.call('closePoll', { params });
        client.update((state) => applyAnswer(state, message));
      },
    };
  }, [client, queue, channelId, messageId, chosen, pressed]);
}

const withVote = <S extends { votes: Readonly<Record<string, readonly number[]>> }>(state: S, messageId: string, optionIds: readonly number[]): S =>
  ({ ...state, votes: { ...state.votes, [messageId]: optionIds } });

/** Sends a message that isn't written in the composer, and shows it. Repeating a clientId sends nothing twice. */
export function usePostMessage(): (channelId: string, body: RouteCall<'sendMessage'>['body']) => Promise<void> {
  const session = useSession();
  return useMemo(() => async (channelId, body) => {
    const message = await session.client.api.call('sendMessage', { params: { channelId }, body });
    session.client.update((state) => applyAnswer(state, message));
    void session.conversation(channelId).actions.jumpToLatest();
  }, [session]);
}
